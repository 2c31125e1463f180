// Statements that rest on one source only
// What a single document says and no other confirms. The same text at two addresses is one document.
// $predicate = "OPPOSES" (text) only statements of this kind
// $entity = "" (optional Entity) only statements about this
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 200 (integer) no more rows than this
// answers: who=subject what=object when=date
// asks: single+source|one+source|sole+source|single+document|one+document|one+article rest|depend|base|confirm|rely? claim|statement|fact? $entity?
// asks: single+source|one+source|single+document|one+document OPPOSES|SUPPORTS|SIGNED|PARTICIPATED_IN|VISITED|PROPOSED>predicate $entity?
MATCH (claim:Claim {predicate: $predicate, polarity: "affirmed"})
WHERE claim.confidence >= $minConfidence
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
WHERE $entity = "" OR subject.key = $entity OR object.key = $entity
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH * ORDER BY claim.confidence DESC, claim.key
WITH subject, object, count(DISTINCT article) AS documents, count(claim) AS sentences,
     collect({claim: claim, sentence: sentence, document: article})[0] AS best
WHERE documents = 1
RETURN subject.name AS subject,
       best.claim.predicate AS predicate,
       object.name AS object,
       best.claim.modality AS modality,
       coalesce(best.claim.date, best.document.published, "no date known") AS date,
       best.claim.speaker AS speaker,
       sentences,
       best.sentence.text AS evidence,
       best.document.title AS document,
       best.document.publisher AS publisher,
       best.document.published AS published,
       coalesce(best.document.url, best.document.paths[0]) AS source,
       best.claim.confidence AS confidence,
       subject.key AS subjectKey,
       object.key AS objectKey,
       best.claim.key AS claimKey,
       best.sentence.key AS sentenceKey
ORDER BY subject, subjectKey, object, objectKey
LIMIT toInteger($limit);
