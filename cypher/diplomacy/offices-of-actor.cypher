// Offices of a state or organisation
// Liaison offices, missions, embassies and headquarters of a state or organisation: those that it opened or is to open,
// and those that bear its name, with where they are. One row for each statement, with its best sentence. One that is
// proposed, and that nobody is said to have opened, is only planned where it is to be.
// $actor = "nato" (Body) whose offices
// $kind = "" (optional text) only those with this word in their name ("embassy"); "" for all
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=office what=office when=date where=place
// asks: [which|what|list|where|how-many|yes] office|bureau|embassy|representation|outpost|consulate have|run|
//   maintain|operate|keep|own|exist|set|open $actor! abroad|permanent?
//   liaison>kind:liaison? embassy>kind:embassy? consulate>kind:consulate?
// asks: [which|what|list|how-many] liaison|embassy|consulate|outpost|bureau office|mission|embassy|consulate|outpost|
//   bureau of:$actor! liaison>kind:liaison? embassy>kind:embassy? consulate>kind:consulate?
MATCH (claim:Claim)
USING INDEX claim:Claim(predicate)
WHERE claim.predicate IN ["ESTABLISHED", "LOCATED_IN"] AND claim.confidence >= $minConfidence
MATCH (claim)-[:SUBJECT|OBJECT]->(office:Office)
WHERE ($kind = "" OR toLower(office.name) CONTAINS toLower($kind))
  AND (office.key STARTS WITH $actor + "-"
         // "guinea-bissau-embassy" is not of Guinea
         AND NOT EXISTS {
           MATCH (longer:Actor)
           WHERE longer.key IN [at IN range(size($actor) + 1, size(office.key) - 1) WHERE substring(office.key, at, 1) = "-"
                                | substring(office.key, 0, at)]
         }
       OR EXISTS {
         MATCH (actor:Actor {key: $actor})
         WHERE office.name STARTS WITH actor.name + " " OR office.name + " " CONTAINS " of " + actor.name + " "
            OR office.name + " " CONTAINS " of the " + actor.name + " "
       }
       OR EXISTS { (office)<-[:OBJECT]-(:Claim {predicate: "ESTABLISHED", polarity: "affirmed"})-[:SUBJECT]->(:Actor {key: $actor}) })
MATCH (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(article:Document)
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
// An office that is proposed, and that nobody is said to have opened, stands nowhere as yet.
WITH *, CASE WHEN claim.predicate = "LOCATED_IN" AND claim.modality = "actual" AND claim.polarity = "affirmed"
               AND EXISTS { (claim)-[:SUBJECT]->(:Office)<-[:PROPOSED]-() }
               AND NOT EXISTS { (claim)-[:SUBJECT]->(:Office)<-[:ESTABLISHED]-() } THEN "planned"
             ELSE claim.modality END AS modality
// The least of these lists is that of the best claim: with the most exact date, else the surest, else the earliest.
WITH office, claim.predicate AS predicate, subject, object, claim.polarity AS polarity, modality,
     count(DISTINCT article) AS documents,
     min([-size(coalesce(claim.date, "")), -claim.confidence, coalesce(article.published, "~"), claim.key])[3] AS key
WITH *, CASE WHEN polarity = "negated" THEN {actual: "denied", planned: "denied (planned)", possible: "denied (possible)"}[modality]
             ELSE modality END AS status
ORDER BY office.name, office.key, predicate, status, key LIMIT toInteger($limit)
MATCH (claim:Claim {key: key})-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN office.name AS office,
       CASE predicate WHEN "ESTABLISHED" THEN "opened by" ELSE "is in" END AS statement,
       CASE predicate WHEN "ESTABLISHED" THEN subject.name ELSE object.name END AS whom,
       CASE predicate WHEN "LOCATED_IN" THEN object.name END AS place,
       status,
       claim.date AS date,
       documents,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       office.key AS officeKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY office, officeKey, statement, status, whom, claimKey;
