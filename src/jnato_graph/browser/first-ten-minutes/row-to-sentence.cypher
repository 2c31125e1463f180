// 4 From a row of a report to its sentence
// Every row about a claim ends with its claimKey. Copy it between the quotation marks; its first letters are enough.
// $claim = "" (text) the key of a claim, or how it begins; "" is the first of all
MATCH (claim:Claim)
WHERE claim.key STARTS WITH $claim
WITH claim ORDER BY claim.key LIMIT 1
MATCH subject = (claim)-[:SUBJECT]->(:Entity)
MATCH object = (claim)-[:OBJECT]->(:Entity)
MATCH evidence = (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(:Document)
OPTIONAL MATCH said = (claim)-[:ATTRIBUTED_TO]->(:Actor)
RETURN subject, object, evidence, said;
