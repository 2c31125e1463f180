// Everything known about one actor
// All statements in which a state, organisation or person is subject or object, and the reference facts on it. One row
// for each statement, with its best sentence and the number of documents that say so. "role" is the post held; since when
// and until when only the reference data tells, of others than the actor only where a document names them.
// $actor = "france" (Actor) the actor
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: what=object when=date
// asks: [which|what|who|list|how|yes] everything|all|anything|dossier|profile|overview|summary|know|information|fact|
//   about+tell|about+find|about+say|data|detail|intelligence|biography|digest|whatever|record|recorded|portrait|story|
//   lowdown|file|picture know|there|about|statement|available|information|fact|say|tell|everything|find|have|dispose|
//   get|hold|mention|keep|collect|whole|full|sheet? on:$actor
// asks: [what|who|list] everything|all|anything|dossier|profile|overview|summary|fact|biography|whatever|portrait|
//   file|picture about|statement|appear|feature|mention|know|say|there? $actor
MATCH (actor:Actor {key: $actor})
CALL (actor) {
  MATCH (actor)<-[:SUBJECT|OBJECT]-(claim:Claim)
  WHERE claim.confidence >= $minConfidence
  MATCH (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(article:Document)
  // An office that is proposed, and that nobody is said to have opened, stands nowhere as yet.
  WITH *, CASE WHEN claim.predicate = "LOCATED_IN" AND claim.modality = "actual" AND claim.polarity = "affirmed"
                 AND EXISTS { (claim)-[:SUBJECT]->(:Office)<-[:PROPOSED]-() }
                 AND NOT EXISTS { (claim)-[:SUBJECT]->(:Office)<-[:ESTABLISHED]-() } THEN "planned"
               ELSE claim.modality END AS modality
  // The least of these lists is that of the best claim: with the most exact date, else the surest, else the earliest.
  WITH claim.statement AS statement, claim.polarity AS polarity, modality,
       count(DISTINCT article) AS documents,
       min([-size(coalesce(claim.date, "")), -claim.confidence, coalesce(article.published, "~"), claim.key])[3] AS key
  MATCH (claim:Claim {key: key})-[:SUBJECT]->(subject:Entity)
  MATCH (claim)-[:OBJECT]->(object:Entity)
  RETURN subject, claim.predicate AS predicate, object, "document" AS basis, claim.role AS role,
         CASE WHEN polarity = "negated" THEN {actual: "denied", planned: "denied (planned)", possible: "denied (possible)"}[modality]
              WHEN toLower(claim.role) STARTS WITH "former" THEN "former" ELSE modality END AS status,
         null AS since, null AS until, claim.date AS date, documents, claim, null AS factSource
  UNION ALL
  MATCH (actor)-[fact:MEMBER_OF|HOLDS_POSITION_IN {origin: "reference"}]-(other:Actor)
  WHERE type(fact) = "MEMBER_OF" OR startNode(fact) = actor OR EXISTS { (:Sentence)-[:MENTIONS]->(other) }
  RETURN startNode(fact) AS subject, type(fact) AS predicate, endNode(fact) AS object, "reference" AS basis, fact.role AS role,
         CASE WHEN fact.until <= toString(date()) THEN "former" ELSE "actual" END AS status, fact.since AS since,
         fact.until AS until, null AS date, 0 AS documents, null AS claim, fact.source AS factSource
}
WITH *
ORDER BY basis, predicate, subject.key <> $actor, date, since, subject.name, object.name, subject.key, object.key, role, status, claim.key
LIMIT toInteger($limit)
OPTIONAL MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN subject.name AS subject,
       predicate,
       object.name AS object,
       role,
       basis,
       status,
       since,
       until,
       date,
       claim.speaker AS speaker,
       documents,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(factSource, article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       subject.key AS subjectKey,
       object.key AS objectKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY basis, predicate, subjectKey <> $actor, date, since, subject, object, subjectKey, objectKey, role, status, claimKey;
