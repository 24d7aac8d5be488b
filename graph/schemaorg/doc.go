// Package schemaorg words the graph in the vocabulary of schema.org, for search engines and linked data.
//
//	person      Person            worksFor, alumniOf or affiliation, each a Role with the role's name and the quote
//	company     Organization
//	technology  SoftwareApplication; ComputerLanguage, Product and CreativeWork by its kind
//	episode     PodcastEpisode    partOfSeries, contributor (a Role named host or guest), mentions, sponsor
//	show        PodcastSeries
//
// A statement that is made in an episode stays one: it has the passage as a Quotation that is part of that episode.
package schemaorg
