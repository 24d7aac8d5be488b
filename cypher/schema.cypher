// One id, one node. Ids are unique per label: the company Turso and the technology Turso are two nodes.
CREATE CONSTRAINT person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT company_id IF NOT EXISTS FOR (n:Company) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT technology_id IF NOT EXISTS FOR (n:Technology) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT episode_id IF NOT EXISTS FOR (n:Episode) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT show_id IF NOT EXISTS FOR (n:Show) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT chapter_id IF NOT EXISTS FOR (n:Chapter) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT record_id IF NOT EXISTS FOR (n:Record) REQUIRE n.id IS UNIQUE;

// The loader finds an edge's end by the label all three kinds share.
CREATE INDEX entity_id IF NOT EXISTS FOR (n:Entity) ON (n.id);

// Questions start from names.
CREATE INDEX person_name IF NOT EXISTS FOR (n:Person) ON (n.name);
CREATE INDEX company_name IF NOT EXISTS FOR (n:Company) ON (n.name);
CREATE INDEX technology_name IF NOT EXISTS FOR (n:Technology) ON (n.name);
CREATE INDEX show_name IF NOT EXISTS FOR (n:Show) ON (n.name);

// Sites know an episode by its page or its feed's guid.
CREATE INDEX episode_url IF NOT EXISTS FOR (n:Episode) ON (n.url);
CREATE INDEX episode_guid IF NOT EXISTS FOR (n:Episode) ON (n.guid);
