// Plans that never came about
// What was planned or proposed, and is nowhere said to have been done, although later documents speak of the thing.
// "laterDocuments" counts the documents of a later date that name it.
// $actor = "" (optional Actor) only what this actor planned or proposed
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
MATCH (claim:Claim {polarity: "affirmed"})
WHERE claim.confidence >= $minConfidence AND (claim.modality = "planned" OR claim.predicate = "PROPOSED")
MATCH (claim)-[:SUBJECT]->(actor:Entity)
WHERE $actor = "" OR actor.key = $actor
MATCH (claim)-[:OBJECT]->(object:Entity)
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WHERE article.published IS NOT NULL
  AND NOT EXISTS {
    MATCH (object)<-[:OBJECT]-(done:Claim {polarity: "affirmed", modality: "actual"})
    WHERE done.predicate = "ESTABLISHED" OR (claim.predicate <> "PROPOSED" AND done.statement = claim.statement)
  }
CALL (object, article) {
  MATCH (object)<-[:MENTIONS]-(:Sentence)-[:FROM_DOCUMENT]->(later:Document)
  WHERE later.published > article.published AND NOT later.published STARTS WITH article.published
  RETURN count(DISTINCT later) AS laterDocuments
}
WITH * WHERE laterDocuments > 0
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
