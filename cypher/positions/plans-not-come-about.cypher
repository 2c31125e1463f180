// Plans not known to have come about
// What was planned or proposed, and is nowhere said to have been done, although later documents speak of it. "laterDocuments"
// counts the documents of a later date that name it; of visits, meetings and the like, those that name both ends. Done is
// what some sentence tells as actual; a visit or an event, too, that took place in a place that lies there, or where it
// lies; and what was to be proposed, founded or signed when it was founded or signed, when somebody took part in it, or when
// it took the place of something.
// $actor = "" (optional Actor) only what this actor planned or proposed
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=actor when=date
// asks: plan|proposal|project|idea|initiative|scheme|announcement|promise|intention|announce|vision|ambition|
//   undertaking|pledge|plans PROPOSED? never|nothing|fail|failure|abandon|shelve|drop|scrap|cancel|ditch|discard|not|
//   unimplemented|evaporate|die|bury|stuck|stick|shelf|dead|lapse|wither|vanish|disappear|remain|unrealised|
//   unfulfilled|fade|quietly|drawer|stay|nowhere come|realise|realize|happen|materialise|materialize|implement|about|
//   true|far|carry|out|put|practice|effect|become|reality|execute|fulfil|fulfill|complete|build|see|result|remain|
//   action|deliver|paper|plan|drawer|stay|propose|announce|moot|off? $actor?
// asks: plan|proposal|project|idea|initiative|scheme|vision|promise unrealised|abandoned|dead|failed|unfinished|
//   aborted|shelved|dropped|scrapped|cancelled|forgotten|broken|buried|moribund|unfulfilled|lapsed|stillborn|unbuilt|
//   dormant|incomplete|unimplemented|frozen|mothballed|fail|abandon|remain+paper|bury|shelve|forget $actor? PROPOSED?
//   remain|stay|quietly|announce|propose|moot?
// asks: [what|which|who|list] PROPOSED never|fail|not come|realise|realize|happen|materialise|materialize|implement|
//   about|carry|out|put|practice|effect|become|reality|execute|fulfil|build? $actor?
MATCH (object:Entity)
USING INDEX object:Entity(name)
WHERE object.name IS NOT NULL
WITH object, object.name AS objectName, object.key AS objectKey ORDER BY objectName, objectKey
CALL (object) {
  MATCH (object)<-[:OBJECT]-(claim:Claim {polarity: "affirmed"})
  WHERE claim.confidence >= $minConfidence
    AND (claim.predicate = "PROPOSED"
         // Where something is to stand is no plan of its own.
         OR (claim.modality = "planned" AND claim.predicate <> "LOCATED_IN"
             AND NOT EXISTS { (:Claim {statement: claim.statement, polarity: "affirmed", modality: "actual"}) }))
  MATCH (claim)-[:SUBJECT]->(actor:Entity)
  WHERE ($actor = "" OR actor.key = $actor)
    AND CASE
      WHEN claim.predicate IN ["PROPOSED", "ESTABLISHED", "SIGNED"]
        THEN NOT EXISTS { (object)<-[:ESTABLISHED|SIGNED|PARTICIPATED_IN|HOSTED {origin: "claims"}]-() }
         AND NOT EXISTS { (object)-[:REPLACES|HELD_IN {origin: "claims"}]->() }
      WHEN claim.predicate IN ["VISITED", "HELD_IN"]
        THEN NOT EXISTS { (actor)-[:VISITED|HELD_IN {origin: "claims"}]->(:Entity)-[:LOCATED_IN]-(object) }
      ELSE true END
  // What is proposed, founded or signed is the object itself; a place or a person that is named tells of no visit.
  WITH object, actor, claim.predicate IN ["PROPOSED", "ESTABLISHED", "SIGNED", "REPLACES"] AS isOfObject, collect(claim) AS plans
  WITH actor, plans, COLLECT {
         MATCH (object)<-[:NAMES]-(later:Document)
         WHERE later.published IS NOT NULL AND (isOfObject OR EXISTS { (later)-[:NAMES]->(actor) })
         RETURN later.published
       } AS dates
  UNWIND plans AS claim
  MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
  WITH *, size([date IN dates WHERE date > article.published AND NOT date STARTS WITH article.published]) AS laterDocuments
  WHERE laterDocuments > 0
  RETURN claim, actor, sentence, article, laterDocuments
}
// Grouped, so that the lists do not stay beside each row: the database counts its memory each time.
WITH objectName, objectKey, claim, actor, sentence, article, laterDocuments, count(*) AS once
WITH *, coalesce(claim.date, "no date known") AS date
ORDER BY objectName, objectKey, date, actor.name, claim.predicate, article.key, sentence.index, claim.key
LIMIT toInteger($limit)
RETURN actor.name AS actor,
       claim.predicate AS predicate,
       objectName AS object,
       claim.modality AS modality,
       date,
       claim.speaker AS speaker,
       laterDocuments,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       actor.key AS actorKey,
       objectKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY object, objectKey, date, actor, predicate, article.key, sentence.index, claimKey;
