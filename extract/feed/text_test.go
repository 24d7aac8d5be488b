package feed

import (
	"strings"
	"testing"
)

func TestSplitText(t *testing.T) {
	first := "In this episode, Ann talks with Bo Larsson about queues that forget nothing at all.\nFollow Bo:\nTwitter: https://twitter.com/bo\n" +
		"Chapters:\n00:00 - Hello\n04:10 - Queues\n1:02:00 - Goodbye"
	second := "Want to learn more about maps?\nThere is a course: https://maps.example\nIn this one I talk to Cleo Dax about tiles and the people who draw them.\nFollow Cleo\nChapters"
	collapsed := "Dee Ray joins me to talk about heaps. Follow Dee: Twitter: https://twitter.com/dee Chapters: 00:00 - Hi 01:10 - Heaps 02:20 - Bye"
	last := "Eve Poe and I discuss trees, from the root to the leaf, and why they are so hard to keep balanced."
	text := strings.Join([]string{first, second, collapsed, last}, "\n")
	eps := SplitText(text)
	want := []string{first, second, collapsed, last}
	if len(eps) != len(want) {
		t.Fatalf("%d episodes, want %d", len(eps), len(want))
	}
	for i := range want {
		if eps[i].Text != want[i] {
			t.Errorf("episode %d is %q, want %q", i, eps[i].Text, want[i])
		}
	}
	if again := SplitText(text); again[1].ID != eps[1].ID || eps[0].ID == eps[1].ID {
		t.Error("ids are not stable and distinct")
	}
	if got := SplitText(" \n\n"); len(got) != 0 {
		t.Errorf("an empty text has %d episodes", len(got))
	}
	if got := SplitText("One description.\n\nWith two paragraphs, both of them prose of some length to be sure."); len(got) != 1 {
		t.Errorf("one description was cut into %d", len(got))
	}
}
