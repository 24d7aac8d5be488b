# Statements that Neo4j 5.26 accepts.
CREATE (x:Z1 {name:1}) WITH [x] AS xs RETURN [x IN xs WHERE x:Z1 | x.name] AS r LIMIT 0
RETURN --1
RETURN - - 1
RETURN -2 ^ 2 ^ 3
RETURN 1.0f
RETURN 1.0d
RETURN 0x1F
RETURN 1_000
RETURN 1.5_5
RETURN 0x_1
RETURN -9223372036854775808
RETURN '\q'
RETURN '\U01F600'
WITH 1 AS `a b` RETURN `a b`
MATCH (n) RETURN n{.x}
MATCH (n) RETURN n {.x, .*}, (n.x), ( 1 + 2 )
RETURN inf, nan, infinity
RETURN 1 = 2 = 3
RETURN 1 < 2 >= 3
RETURN 1;
WITH 1 AS case RETURN case
WITH 1 AS not RETURN not
WITH 1 AS match MATCH (n) RETURN match
MATCH (n) ORDER BY n.x LIMIT 3 RETURN n
LIMIT 3 RETURN 1
RETURN $0, $`a b`, $a, $1a
RETURN normalize('a', NFC), trim(BOTH 'x' FROM 'y'), trim(LEADING FROM 'x')
CALL db.labels()
CALL db.labels
CALL db.labels() YIELD label
CALL db.labels() YIELD label MATCH (n) RETURN n
USE neo4j RETURN 1
MATCH ()-[r:A&B]->() RETURN r
MATCH (n) WHERE n:A:B RETURN n
MATCH (n:$('A')) RETURN n
MATCH (n:$any(['A'])) RETURN n
RETURN (1)--(2)
WITH 1 AS a, [2] AS b RETURN a IS :: INT, a IS TYPED INTEGER NOT NULL, b IS :: LIST<INTEGER>, a IS :: INT | STRING, b :: LIST<ANY>
RETURN 1 IS NOT :: PROPERTY VALUE NOT NULL
RETURN not not true
RETURN 1.5e-3
RETURN 1E+3
RETURN .5
RETURN 0o17
RETURN '\u00e9'
RETURN 1 // abc
RETURN $ a
RETURN {a:1, a:2}
MATCH (n {a:1}) RETURN n
CREATE (n $p) RETURN n
MATCH (n WHERE n.x = 1) RETURN n
MATCH (n:A {x:1} WHERE n.x = 1) RETURN n
MATCH (:A) RETURN 1
MATCH (where) RETURN 1
MATCH ()-[r*]->() RETURN r
MATCH ()-[*2]->() RETURN 1
MATCH ()-[*2..]->() RETURN 1
MATCH ()-[*..2]->() RETURN 1
MATCH ()-[*..]->() RETURN 1
MATCH ()-[r WHERE r.x = 1]->() RETURN 1
MATCH ()-[r]->{1,3}() RETURN r
MATCH ()-->+() RETURN 1
MATCH ()-->*() RETURN 1
MATCH ()-->{2}() RETURN 1
MATCH ()-->{,2}() RETURN 1
MATCH ()-->{,}() RETURN 1
MATCH ((a)-[r]->(b)){1,3} RETURN a
MATCH ((a)-[r]->(b) WHERE a.x < b.x)+ RETURN a
MATCH p = ((a)-[r]->(b)) RETURN p
MATCH (x) ((a)-[r]->(b))+ (y) RETURN a
MATCH SHORTEST 1 (a)-->+(b) RETURN a
MATCH p = SHORTEST 2 PATHS (a)-->+(b) RETURN a
MATCH p = SHORTEST 2 PATH GROUPS (a)-->+(b) RETURN a
MATCH p = SHORTEST GROUP (a)-->+(b) RETURN a
MATCH p = ANY SHORTEST PATH (a)-->+(b) RETURN a
MATCH p = ALL SHORTEST PATHS (a)-->+(b) RETURN a
MATCH p = ALL PATHS (a)-->{1,2}(b) RETURN a
MATCH p = ALL (a)-->{1,2}(b) RETURN a
MATCH p = ANY 2 PATHS (a)-->{1,2}(b) RETURN a
MATCH p = ANY (a)-->{1,2}(b) RETURN a
MATCH p = SHORTEST 1 (p2 = (a)-->{1,2}(b) WHERE a.x = 1) RETURN a
MATCH SHORTEST 1 ((a)-->{1,2}(b) WHERE a.x = 1) RETURN a
MATCH p = shortestPath((a)-[*]-(b)) RETURN p
MATCH shortestPath((a)-[*]-(b)) RETURN 1
MATCH p = allShortestPaths((a)-[*1..3]-(b)) RETURN p
MATCH (a), (b) RETURN shortestPath((a)-[*]-(b)) AS p
MATCH (a) RETURN EXISTS { (a)-->(b) WHERE b.x = 1 }, COUNT { (a)-->() }, COLLECT { MATCH (a)-->(b) RETURN b }
MATCH (a) RETURN EXISTS { MATCH (a)-->(b) RETURN b UNION MATCH (a)<--(b) RETURN b }
MATCH (a) RETURN EXISTS { (a), (b) WHERE a.x = b.x }
MATCH (a) RETURN EXISTS { (a) }
RETURN COUNT { MATCH (n) }
MATCH (a) WHERE (a)-->() RETURN a
MATCH (a) WHERE NOT (a)-->() AND a.x OR (a)<--() RETURN a
MATCH (a) WHERE (a:A) RETURN a
MATCH (a) WHERE (a)-[:X]->(:B {x:1}) RETURN a
MATCH (a) RETURN exists((a)-->())
MATCH (a) RETURN [p = (a)-->(b) WHERE b.x = 1 | p], [(a)-->() | 1]
CREATE (x:Z1 {name:1}) WITH [x] AS xs RETURN [x IN xs WHERE x:Z1 | x.name] AS r
MATCH (x:Z1) RETURN [y IN [x] WHERE y:Z1 | y.name] AS r, [y IN [x] WHERE (y:Z1) | y.name] AS r2, [y IN [x] WHERE y:Z2|Z1 | 5] AS r3,[y IN [x] WHERE y:Z2 | y] AS r4
MATCH (x:Z1) RETURN [y IN [x] | y:Z1] AS r
MATCH (x:Z1) FOREACH (y IN CASE WHEN x:Z1 THEN [x] ELSE [] END | SET y.a = 1)
RETURN [x IN [1,2,'a'] WHERE x IS :: INT | x] AS r
RETURN 1e5f AS x
RETURN 12.5e1D AS x
RETURN 1e+5 AS x
RETURN '\q', '\\q', "\'", 'a\/b'
RETURN '\U01F600'
RETURN 0o7_7, 0xa_b
WITH {`1a`:1} AS m RETURN m.`1a`
CYPHER 5 RETURN 1
CYPHER runtime=slotted planner=cost RETURN 1
RETURN CASE WHEN true THEN 1 END
RETURN reduce(a = 0, x IN [1] | a + x)
RETURN single(x IN [1] WHERE x = 1)
RETURN count(*), count(DISTINCT 1), count(ALL 1)
WITH 1 AS x CALL (x) { RETURN x AS y } RETURN y
WITH 1 AS x CALL (*) { RETURN x AS y } RETURN y
WITH 1 AS x CALL () { RETURN 1 AS y } RETURN y
WITH 1 AS x CALL { WITH x RETURN x AS y } RETURN y
WITH 1 AS x OPTIONAL CALL (x) { RETURN x AS y } RETURN y
UNWIND [1] AS x CALL (x) { CREATE (n {x:x}) } IN TRANSACTIONS OF 10 ROWS ON ERROR CONTINUE REPORT STATUS AS s RETURN s
UNWIND [1] AS x CALL (x) { CREATE (n {x:x}) } IN 2 CONCURRENT TRANSACTIONS RETURN x
UNWIND [1] AS x CALL (x) { CREATE (n {x:x}) } IN CONCURRENT TRANSACTIONS RETURN x
UNWIND [1] AS x CALL (x) { CREATE (n {x:x}) } IN TRANSACTIONS REPORT STATUS AS s ON ERROR BREAK RETURN s
LOAD CSV WITH HEADERS FROM 'file:///a.csv' AS l FIELDTERMINATOR ';' RETURN l
