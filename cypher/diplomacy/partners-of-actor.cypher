// Partners of an actor
// With whom an actor has a partnership or works together, with the number of documents that say so, the first and the
// last date that they give for it, and the sentence that gives the first one, else the surest.
// $actor = "japan" (Actor) the actor
// $partner = "" (optional Actor) only this partner
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=partner when=firstDate
// asks: $actor PARTNER_OF|COOPERATES_WITH $partner? PARTNER_OF? COOPERATES_WITH? closest|close|main|together|friend|
//   collaborator|counterpart|team|cooperate|best|good|work|side|most|important|maintain|keep|entertain|sustain|
//   tie|bond|link|relation|arrangement?
// asks: partnership|friend|collaborator|tie|collaboration|cooperation $actor $partner? have|maintain|keep|entertain|
//   sustain|close|good?
MATCH (actor:Actor {key: $actor})<-[:SUBJECT|OBJECT]-(claim:Claim)-[:SUBJECT|OBJECT]->(partner:Actor)
WHERE claim.predicate IN ["PARTNER_OF", "COOPERATES_WITH"] AND claim.confidence >= $minConfidence AND partner <> actor
  AND ($partner = "" OR partner.key = $partner)
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH * ORDER BY claim.date, claim.confidence DESC, article.published, claim.key
WITH partner, claim.predicate AS predicate, claim.polarity AS polarity, claim.modality AS modality,
     count(DISTINCT article) AS documents, min(claim.date) AS firstDate, max(claim.date) AS lastDate,
     collect({claim: claim, sentence: sentence, document: article})[0] AS best
RETURN partner.name AS partner,
       CASE predicate WHEN "PARTNER_OF" THEN "partner" ELSE "cooperation" END AS relation,
       CASE WHEN polarity = "negated" THEN {actual: "denied", planned: "denied (planned)", possible: "denied (possible)"}[modality]
            ELSE modality END AS status,
       firstDate,
       lastDate,
       documents,
       best.claim.quote AS evidence,
       best.document.title AS document,
       best.document.publisher AS publisher,
       best.document.published AS published,
       coalesce(best.document.url, best.document.paths[0]) AS source,
       best.claim.confidence AS confidence,
       partner.key AS partnerKey,
       best.claim.key AS claimKey,
       best.sentence.key AS sentenceKey
ORDER BY documents DESC, partner, partnerKey, relation, status;
