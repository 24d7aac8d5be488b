package extract_test

import (
	"testing"

	"guestgraph/extract"
)

// TestFirms pins which names a sentence makes those of organisations, and which it does not.
func TestFirms(t *testing.T) {
	namesOf(t, "companies", func(f *extract.Facts) []extract.Mention { return f.Companies }, []namesTest{
		{"Bo worked at a startup called Flixation in Berlin.", []string{"Flixation"}},
		{"She joined a small agency named Garden Works in Berlin.", []string{"Garden Works"}},
		{"His first startup, Garden Works, made video tools.", []string{"Garden Works"}},
		{"We hear how Flixation raised $5M to sell video.", []string{"Flixation"}},
		{"Today we look at Flixation (YC S20) and its editor.", []string{"Flixation", "Y Combinator"}},
		{"They made an app and Flixation was acquired by Google.", []string{"Flixation", "Google"}},
		{"How Flixation moved to the cloud", []string{"Flixation"}},
		{"We hear from engineers at Flixation about their week.", []string{"Flixation"}},
		{"She left Flixation to write a book.", []string{"Flixation"}},
		{"The lawyers of Hargrave & Works LLP explain the contract.", []string{"Hargrave & Works LLP"}},
		{"Everybody liked Flixation's engineers.", []string{"Flixation"}},
		{"She spoke with developers at FlixConf 2019 about their work.", nil},
		{"The team from Ballarat, Australia plays well.", nil},
		{"He left Monday to see the team at Christmas.", nil},
		{"How Everything moved on", nil},

		{"She studies ants at the University of California, Riverside this year.", []string{"University of California, Riverside"}},
		{"She has been at the University of California, Berkeley, and Google.", []string{"Google", "University of California, Berkeley"}},
		{"He holds a degree from the University of Texas at Austin.", []string{"University of Texas at Austin"}},
		{"She advises the Cybersecurity and Infrastructure Security Agency.", []string{"Cybersecurity and Infrastructure Security Agency"}},
		{"He has an MBA from the Kellogg School of Management, with honors.", []string{"Kellogg School of Management"}},
		{"Her journey began at the Universidad Rey Juan Carlos in Madrid.", []string{"Universidad Rey Juan Carlos"}},
		{"She works in the Department of Water Management at the same place.", nil},
		{"He works for the Department of Defense.", []string{"Department of Defense"}},
		{"We talk about Agency and Responsibility.", nil},
		{"The RPKI Certificate Authority signs it.", nil},

		{"We hear what Airbnb learned when it grew.", []string{"Airbnb"}},
		{"HubSpot is piloting three assistants.", []string{"HubSpot"}},
		{"They are partnering with Spotify on a new format.", []string{"Spotify"}},
		{"The tool was acquired by LinkedIn last year.", []string{"LinkedIn"}},
		{"We write our notes in Notion and Trello.", nil},
	})
}
