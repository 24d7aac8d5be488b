// Package extract finds, in what a podcast says about an episode, who hosts it and who visits, and the people,
// companies and technologies it names: who worked where, who made what, who paid for it. Each fact quotes its passage.
//
//	Episode ─ clean ─▶ plain text that remembers its source     clean.go, markup.go, reference.go, source.go
//	        ─ section ─▶ prose, chapters, links, blocks         section.go, line.go, chapter.go
//	        ─ sentence, token ─▶ words                          sentence.go, token.go
//	        ─ listed ─▶ names the lexicon holds                 lexicon.go, mention.go
//	        ─ named, cast ─▶ people; hosts and guests           person.go, personcontext.go, short.go, cast.go; hosts.go, hostsubject.go,
//	                                                            hostword.go, guesthost.go, fellowhost.go; guest.go,
//	                                                            subjectguest.go, titledguest.go, loneguest.go,
//	                                                            chapterguest.go, follow.go
//	          doubtful ─▶ names that rules are not sure of      doubtful.go, namefeature.go, namescorer.go; train
//	        ─ employ ─▶ who works or worked where               employ.go, firm.go, role.go, rolefield.go, orgat.go,
//	                                                            orgname.go, roleclaim.go,
//	                                                            roleemployer.go, ownerclaim.go, fromclaim.go, verbclaim.go,
//	                                                            career.go, path.go, alum.go, headline.go, nameorg.go,
//	                                                            nameplate.go, longname.go, roleapart.go, denial.go, subject.go
//	        ─ create ─▶ who made what                           create.go, work.go, createdby.go, own.go, ownerswork.go,
//	                                                            titled.go
//	        ─ defined ─▶ names no list holds                    open.go, label.go, pagelabel.go, site.go, usage.go, listing.go, odd.go
//	        ─ settle ─▶ ambiguous names decided by context      settle.go, both.go, companyuse.go, social.go
//	        ─ advertise ─▶ sponsors                             sponsor.go, offer.go
//	        ─ facts ─▶ Facts                                    resolve.go
//	transcript ─ tell ─▶ what is said besides                   talk.go, speaker.go, told.go
//
// Extraction is a pure function of the episode: deterministic, without network or keys. What several episodes of a show
// tell about its hosts is added by Shows (show.go). The lists are described in lexicon/README.md.
package extract
