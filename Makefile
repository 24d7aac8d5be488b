# What people do here. Each target works on a machine that has only Go, unless its comment says otherwise.
.PHONY: help run test check lint race bench fuzz tidy-check neo4j-test differential tck quality quality-leave-out names names-check confidence evaluation ui test-browser lighthouse screenshots bench-web kill-test bench-beside bench-bolt drivers-test

GOLANGCI = github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
FUZZTIME = 30s

help:           ## list the targets
	@grep -E '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 20

run:            ## serve the sample on http://localhost:8080
	go run ./cmd/guestgraph serve --demo

test:           ## run all tests
	go test ./...

check: lint race tidy-check ## everything a change must pass

lint:           ## vet and lint; the linter is pinned here, so that go.mod stays the product's own
	go run $(GOLANGCI) run

race:           ## run all tests with the race detector
	go test -race ./...

tidy-check:     ## go.mod and go.sum say what is used
	go mod tidy -diff

bench:          ## run the benchmarks
	go test -run '^$$' -bench . -benchmem ./...

fuzz:           ## run each fuzz target for FUZZTIME
	@for pkg in $$(go list ./...); do \
	  for target in $$(go test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
	    go test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $$pkg || exit 1; \
	  done; \
	done

neo4j-test:     ## run the graph suite and the differential test on a Neo4j too (Java, and ../shared/neo4j)
	.ci/neo4j-test

SEED = 1
COUNT = 5000
differential:   ## compare COUNT random statements from SEED on with a Neo4j (Java, and ../shared/neo4j)
	.ci/neo4j-test ./cypher/engine/gentest -run '^TestDifferential$$' -v -timeout 0 \
	  -differential.seed=$(SEED) -differential.statements=$(COUNT)

quality:        ## score extraction on the labelled episodes (../shared/gold)
	.ci/quality

quality-leave-out: ## the same figures, each show read without names it may have given to the lists
	.ci/quality leave-out

GOLD = ../shared/gold
names:          ## train what tells doubtful names of people (extract/name_weights.tsv) on the labelled episodes
	go run ./extract/train $(GOLD)/dev.gold.jsonl $(GOLD)/dev.jsonl $(GOLD)/aliases.tsv

names-check:    ## tell what that gains on shows it has not seen
	go run ./extract/train -cross-validate $(GOLD)/dev.gold.jsonl $(GOLD)/dev.jsonl $(GOLD)/aliases.tsv

confidence:     ## measure the confidence of each rule (extract/confidence.tsv), rewrite the golden files
	.ci/quality confidence
	go test ./extract -run Golden -update

evaluation:     ## write extract/EVALUATION.md and extract/eval/published, the published figures
	.ci/quality publish

tck:            ## run the openCypher TCK against the embedded store (../shared/tck)
	.ci/tck

drivers-test:   ## try the stock JavaScript and Python drivers and cypher-shell on the embedded store (Node, Python, Java)
	.ci/drivers-test

kill-test:      ## kill a loader a hundred times and look for lost or half commits
	GUESTGRAPH_TEST_KILLS=100 go test -count=1 -run '^TestKill$$' -v ./cypher/engine

bench-beside:   ## time a simple query beside statements that never end
	go test -run '^$$' -bench Beside -benchtime 1000x ./cypher/bolt

bench-bolt:     ## load and question the embedded store and a Neo4j with the same graph (../shared; RELS=1000000)
	.ci/boltbench

ui:             ## build the pages' scripts into web/static (Node for npm; esbuild comes as a Go tool)
	cd web/ui && npm ci --no-audit --no-fund --loglevel=error && npm run --silent check
	web/ui/build

test-browser:   ## run the tests in real Chromium (GUESTGRAPH_TEST_BROWSER, or the one that is there), with axe-core (npm)
	.ci/browser -v

bench-web:      ## time every page and the related API over 10,000 made-up episodes in the embedded store
	GUESTGRAPH_BENCH_EPISODES=10000 go test ./cmd/guestgraph -run '^$$' -bench Pages -benchtime 100x

lighthouse:     ## run Lighthouse on the main pages of the demo (Node and Chromium)
	.ci/lighthouse

screenshots:    ## take the pictures that the README shows (Chromium)
	go run ./web/browser/screenshots -readme .github/pictures
