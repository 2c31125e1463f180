// Everything said about one thing
// All statements in which an agreement, policy, programme, office, place, event, exercise or operation is subject or
// object. One row for each statement, with its best sentence and the number of documents that say so.
// $thing = "nato-liaison-office-tokyo" (Entity) the thing
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=subject what=object when=date
// asks: [which|what|who|list|how|yes] everything|all|anything|dossier|profile|overview|summary|know|information|fact|
//   about+tell|about+find|about+say|data|detail|intelligence|digest|whatever|record|recorded|story|lowdown|file|
//   picture|background know|there|about|statement|available|information|fact|say|tell|
//   everything|find|have|get|hold|mention|collect|whole|full|happen|new|news|development|status?
//   Agreement|Policy|Programme|Office|Place|Event|Exercise|Operation on:$thing
MATCH (thing:Entity {key: $thing})<-[:SUBJECT|OBJECT]-(claim:Claim)
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
WITH *, claim.predicate AS predicate,
     CASE WHEN polarity = "negated" THEN {actual: "denied", planned: "denied (planned)", possible: "denied (possible)"}[modality]
          ELSE modality END AS status
ORDER BY predicate, claim.date, subject.name, object.name, subject.key, object.key, status, key LIMIT toInteger($limit)
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN subject.name AS subject,
       predicate,
       object.name AS object,
       status,
       claim.date AS date,
       claim.speaker AS speaker,
       documents,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       subject.key AS subjectKey,
       object.key AS objectKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY predicate, date, subject, object, subjectKey, objectKey, status, claimKey;
