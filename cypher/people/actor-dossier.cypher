// Everything known about one actor
// All statements in which a state, organisation or person is subject or object, and the reference facts on it. One row
// for each statement, with its best sentence and the number of documents that say so.
// $actor = "france" (Actor) the actor
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: what=object when=date
// asks: [which|what|who|list] everything|all|dossier|profile|overview|summary|know|information|fact|about+tell|about+find know|there|about|statement? on:$actor
MATCH (actor:Actor {key: $actor})
CALL (actor) {
  MATCH (actor)<-[:SUBJECT|OBJECT]-(claim:Claim)
  WHERE claim.confidence >= $minConfidence
  WITH DISTINCT claim
  MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(document:Document)
  WITH * ORDER BY size(coalesce(claim.date, "")) DESC, claim.confidence DESC, document.published, claim.key
  WITH claim.statement AS statement, claim.polarity AS polarity, claim.modality AS modality,
       count(DISTINCT document) AS documents, collect({claim: claim, sentence: sentence, document: document})[0] AS best
  WITH *, best.claim AS claim
  MATCH (claim)-[:SUBJECT]->(subject:Entity)
  MATCH (claim)-[:OBJECT]->(object:Entity)
  RETURN subject, claim.predicate AS predicate, object, "document" AS basis,
         CASE WHEN polarity = "negated" THEN "denied" ELSE modality END AS status, claim.date AS date,
         claim.speaker AS speaker, documents, best.sentence.text AS evidence, best.document.title AS document,
         best.document.publisher AS publisher, best.document.published AS published,
         coalesce(best.document.url, best.document.paths[0]) AS source, claim.confidence AS confidence,
         claim.key AS claimKey, best.sentence.key AS sentenceKey
  UNION ALL
  MATCH (actor)-[fact:MEMBER_OF|HOLDS_POSITION_IN {origin: "reference"}]-(other:Actor)
  RETURN startNode(fact) AS subject, type(fact) AS predicate, endNode(fact) AS object, "reference" AS basis,
         "actual" AS status, coalesce(fact.since, "..") + "/" + coalesce(fact.until, "..") AS date, null AS speaker,
         0 AS documents, null AS evidence, null AS document, null AS publisher, null AS published,
         fact.source AS source, null AS confidence, null AS claimKey, null AS sentenceKey
}
RETURN subject.name AS subject,
       predicate,
       object.name AS object,
       basis,
       status,
       date,
       speaker,
       documents,
       evidence,
       document,
       publisher,
       published,
       source,
       confidence,
       subject.key AS subjectKey,
       object.key AS objectKey,
       claimKey,
       sentenceKey
ORDER BY basis, predicate, subjectKey <> $actor, date, subject, object, subjectKey, objectKey, status, claimKey;
