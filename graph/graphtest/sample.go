package graphtest

import (
	"guestgraph/extract"
	"guestgraph/graph"
)

// Sample is a small world: three shows, nine episodes, a shared guest, shared employers, makers, a rerun, names in
// several scripts, and an id that is a URL.
func Sample() []graph.Document {
	var docs []graph.Document
	for _, b := range []*builder{
		storageRow(), queryEngine(), replicas(), rerun(), night(), soren(), signs(), scripts(), orphan(),
	} {
		docs = append(docs, b.Document)
	}
	return docs
}

func storageRow() *builder {
	return episode("row-1", "Storage Row", "Maya Lindqvist on sharding at Brightbase", "2023-03-01",
		"Nadia Okafor talks with Maya Lindqvist, CTO of Brightbase and former engineer at Volant. She co-created Rill, a stream processor on top of PostgreSQL.\n"+
			"Brought to you by Cloudloft.\n"+
			"Follow Maya: https://maya.example\n"+
			"00:00 Intro\n"+
			"12:30 Why Volant outgrew Postgres\n").
		host("Nadia Okafor").guest("Maya Lindqvist|Maya", "Maya Lindqvist", "title:Maya Lindqvist").
		company("Brightbase", "Brightbase", "title:Brightbase").company("Volant", "Volant", "12:30 Volant").
		technology("PostgreSQL|Postgres", "database", "PostgreSQL", "12:30 Postgres").technology("Rill", "").
		job("Maya Lindqvist", "Brightbase", extract.Current, "cto", "CTO of Brightbase").
		job("Maya Lindqvist", "Volant", extract.Former, "engineer", "former engineer at Volant").
		created("Maya Lindqvist", "Rill", "co-creator", "co-created Rill").
		sponsor("Cloudloft").link("https://maya.example", "Maya Lindqvist").
		chapter(0, "Intro").chapter(750, "Why Volant outgrew Postgres")
}

func queryEngine() *builder {
	return episode("row-2", "Storage Row", "Inside a query engine with Tomás Řehoř", "2023-04-01",
		"Tomás Řehoř worked at Volant before he founded Pinyon. Nadia Okafor asks him how Pinyon's Sextant reads PostgreSQL pages.").
		host("Nadia Okafor").guest("Tomás Řehoř", "Tomás Řehoř", "title:Tomás Řehoř").
		company("Volant").company("Pinyon").technology("Sextant", "query engine").technology("PostgreSQL", "database").
		job("Tomás Řehoř", "Volant", extract.Former, "", "worked at Volant").
		job("Tomás Řehoř", "Pinyon", extract.Unknown, "founder", "founded Pinyon").
		makes("Pinyon", "Sextant", "Pinyon's Sextant")
}

func replicas() *builder {
	return episode("row-3", "Storage Row", "Replicas", "2023-05-01",
		"Ines Duarte, principal engineer at Brightbase, and Nadia Okafor on replicas. Maya Lindqvist once said that replicas lie.").
		host("Nadia Okafor").guest("Ines Duarte").person("Maya Lindqvist").company("Brightbase").
		job("Ines Duarte", "Brightbase", extract.Current, "principal engineer", "principal engineer at Brightbase")
}

// rerun is storageRow again under nearly the same title.
func rerun() *builder {
	return episode("row-4", "Storage Row", "Rerun: Maya Lindqvist on sharding at Brightbase", "2023-08-01",
		"From the archive: Nadia Okafor talks with Maya Lindqvist, CTO of Brightbase.").
		host("Nadia Okafor").guest("Maya Lindqvist").company("Brightbase").
		job("Maya Lindqvist", "Brightbase", extract.Current, "cto", "CTO of Brightbase")
}

func night() *builder {
	return episode("https://night.example/?p=7", "Night Deploys", "Streams at night", "2024-01-15",
		"<p>Maya Lindqvist is back. She left Brightbase and now leads engineering at Pinyon.</p><p>Rill has a new home.</p>").
		guest("Maya Lindqvist").company("Brightbase").company("Pinyon").technology("Rill", "stream processor").
		job("Maya Lindqvist", "Brightbase", extract.Former, "", "left Brightbase").
		job("Maya Lindqvist", "Pinyon", extract.Current, "head of engineering", "leads engineering at Pinyon").
		created("Maya Lindqvist", "Rill", "creator", "Rill has a new home")
}

func soren() *builder {
	return episode("night-8", "Night Deploys", "Søren Ågård's editor", "2024-02-01",
		"Søren Ågård wrote Fjord in C++ and C#. His first job was at Volant, where Ines Duarte hired him. 🎧 Fjord stores its state in PostgreSQL.").
		guest("Søren Ågård").person("Ines Duarte").company("Volant").
		technology("Fjord", "editor").technology("C++", "language").technology("C#", "language").technology("PostgreSQL", "database").
		job("Søren Ågård", "Volant", extract.Former, "", "first job was at Volant").
		job("Ines Duarte", "Volant", extract.Former, "", "where Ines Duarte hired him").
		created("Søren Ågård", "Fjord", "creator", "wrote Fjord")
}

func signs() *builder {
	return episode("night-9", "Night Deploys", "", "2024-02-08",
		"No guest today: listener mail about node-js, C++ and the AT&T years. Sponsored by Brightbase.").
		company("AT&T").technology("Node.js", "runtime", "node-js").technology("C++", "language").sponsor("Brightbase")
}

func scripts() *builder {
	return episode("mir-1", "Мир данных", "Гость: Анна Щербакова", "2024-03-01",
		"Анна Щербакова и 山田太郎 говорят о ClickHouse. 山田太郎 работает в 日本データ.").
		guest("Анна Щербакова").guest("山田太郎").company("日本データ").technology("ClickHouse", "database").
		job("山田太郎", "日本データ", extract.Current, "", "работает в 日本データ")
}

// orphan belongs to no show and has no date.
func orphan() *builder {
	return episode("loose", "", "", "", "A talk about ClickHouse and nothing else").technology("ClickHouse", "database")
}
