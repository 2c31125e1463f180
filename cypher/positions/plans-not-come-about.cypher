// Plans that never came about
// What was planned or proposed, and is nowhere said to have been done, although later documents speak of the thing.
// "laterDocuments" counts the documents of a later date that name it.
// $actor = "" (optional Actor) only what this actor planned or proposed
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=actor when=date
// asks: plan|proposal|project|idea PROPOSED? never|nothing|fail|abandon|shelve|drop|not come|realise|happen|materialise|implement|about|true|far? $actor?
// asks: plan|proposal|project|idea unrealised|unrealized|unfulfilled|abandoned|dead $actor?
MATCH (claim:Claim {polarity: "affirmed"})
WHERE claim.confidence >= $minConfidence AND (claim.modality = "planned" OR claim.predicate = "PROPOSED")
MATCH (claim)-[:SUBJECT]->(actor:Entity)
WHERE $actor = "" OR actor.key = $actor
MATCH (claim)-[:OBJECT]->(object:Entity)
WHERE NOT EXISTS { (object)<-[:ESTABLISHED {origin: "claims"}]-() }
  AND (claim.predicate = "PROPOSED"
       OR NOT EXISTS { (:Claim {statement: claim.statement, polarity: "affirmed", modality: "actual"}) })
WITH object, collect({claim: claim, actor: actor}) AS plans,
     COLLECT { MATCH (object)<-[:NAMES]-(later:Document) WHERE later.published IS NOT NULL RETURN later.published } AS dates
UNWIND plans AS plan
WITH object, dates, plan.claim AS claim, plan.actor AS actor
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, size([date IN dates WHERE date > article.published AND NOT date STARTS WITH article.published]) AS laterDocuments
WHERE laterDocuments > 0
RETURN actor.name AS actor,
       claim.predicate AS predicate,
       object.name AS object,
       claim.modality AS modality,
       coalesce(claim.date, article.published) AS date,
       claim.speaker AS speaker,
       laterDocuments,
       sentence.text AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       actor.key AS actorKey,
       object.key AS objectKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY object, objectKey, date, actor, predicate, article.key, sentence.index, claimKey;
