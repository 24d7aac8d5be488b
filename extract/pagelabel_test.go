package extract_test

import (
	"testing"

	"guestgraph/extract"
)

// TestPageLabels pins which labels the address of a product's page makes names of technologies.
func TestPageLabels(t *testing.T) {
	namesOf(t, "technologies", func(f *extract.Facts) []extract.Mention { return f.Technologies }, []namesTest{
		{"* [Kubernetes Sandbag](https://heapworks.com/kubernetes-sandbag/)", []string{"Kubernetes Sandbag"}},
		{"* [Linux Virtual Server](https://www.linuxvirtualserver.org)", []string{"Linux Virtual Server"}},
		{"* [Kubernetes Heapster](https://github.com/heapworks/kubernetes-heapster)", []string{"Kubernetes Heapster"}},
		{"* [Gropius](https://heapworks.com/gropius/)", []string{"Gropius"}},
		{"* [Kubernetes Essays](https://kubernetesessays.com)", []string{"Kubernetes"}},
		{"* [Remembering Stonewall](https://heapworks.com/remembering-stonewall/)", nil},
		{"* [Hadesia](https://www.netflix.com/hadesia)", nil},
		{"* [Python 1.2.3](https://blog.example.com/python-1-2-3)", []string{"Python"}},
		{"* [https://heapworks.io/](https://heapworks.io/)", nil},

		{"They jump over the fence.", nil},
		{"Our guest Simon Maple writes books.", nil},
		{"* [JavaScript Remote Conf 2020](https://conf.example.com)", nil},
	})
}
