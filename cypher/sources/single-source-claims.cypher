// Statements that rest on one source only
// What a single document says and no other confirms. The same text at two addresses is one document.
// $predicate = "OPPOSES" (text) only statements of this kind
// $entity = "" (optional Entity) only statements about this
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 200 (integer) no more rows than this
// answers: who=subject what=object when=date
// asks: single+source|one+source|single+document|one+document|one+article|single+article|one+newspaper|one+text|
//   uncorroborated|unconfirmed|no+second+source|not+corroborate|not+confirm|once|alone+source|one+witness|
//   lack+corroboration|no+corroboration|without+corroboration|only+document|just+document|no+second|without+second|
//   lone+source|only+source|not+second|second+not|nobody+else|single+witness|single+text|one+place|one+publication|
//   single+publication|not+elsewhere|nowhere+else|without+confirmation|lack+confirmation|no+confirmation rest|depend|
//   base|confirm|rely|back|hang|appear|support|say|tell|report|corroborate|elsewhere|have|only|just|solely|exactly|
//   find|attest|stand|second|come|mention|know|alone|word|witness|supporting|corroboration|confirmation|else? claim|
//   statement|fact|assertion|allegation|information|thing? on:$entity?
// asks: single+source|one+source|single+document|one+document|single+article|one+article|uncorroborated|unconfirmed|
//   only+source|only+document|not+corroborate|no+second|one+text|one+newspaper|one+witness|lone+source|sole+source|
//   nowhere+else OPPOSES|SUPPORTS|SIGNED|PARTICIPATED_IN|HOSTED|HELD_IN|VISITED|MET_WITH|MEMBER_OF|PARTNER_OF|
//   COOPERATES_WITH|CONTRIBUTED_TO|ESTABLISHED|PROPOSED|ATTACKED|SANCTIONED|REPLACES|LOCATED_IN|
//   HOLDS_POSITION_IN>predicate on:$entity? only|alone|just|report|rest|base|back|confirm|attest|support|claim|
//   statement|mention|come|say|tell|depend|rely|sole|find|elsewhere|confirmation|else|corroboration?
MATCH (claim:Claim {predicate: $predicate, polarity: "affirmed"})
USING INDEX claim:Claim(predicate)
WHERE claim.confidence >= $minConfidence
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
WHERE $entity = "" OR subject.key = $entity OR object.key = $entity
MATCH (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(article:Document)
// Who met whom is one statement, whichever of them a sentence begins with.
WITH claim, article, CASE WHEN claim.predicate IN ["MET_WITH", "PARTNER_OF", "COOPERATES_WITH"] AND object.key < subject.key
                          THEN [object, subject] ELSE [subject, object] END AS ends
// The least of these lists is that of the surest claim.
WITH ends[0] AS subject, ends[1] AS object, count(DISTINCT article) AS documents, count(claim) AS sentences,
     min([-claim.confidence, claim.key])[1] AS key
WHERE documents = 1
WITH * ORDER BY subject.name, subject.key, object.name, object.key LIMIT toInteger($limit)
MATCH (claim:Claim {key: key})-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN subject.name AS subject,
       claim.predicate AS predicate,
       object.name AS object,
       claim.modality AS modality,
       coalesce(claim.date, "no date known") AS date,
       claim.speaker AS speaker,
       sentences,
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
ORDER BY subject, subjectKey, object, objectKey;
