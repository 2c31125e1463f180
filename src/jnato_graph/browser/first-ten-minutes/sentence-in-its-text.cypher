// 5 A sentence in its text
// The sentences around the evidence of a claim, and what each of them names: is it meant as it was read?
// $actor = "france" (Actor) who
// $thing = "nato-liaison-office-tokyo" (Entity) about what
MATCH (:Actor {key: $actor})<-[:SUBJECT]-(claim:Claim)-[:OBJECT]->(:Entity {key: $thing})
WITH claim ORDER BY claim.confidence DESC, claim.key LIMIT 1
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)
MATCH around = (:Sentence)-[:NEXT_SENTENCE]->{0,1}(sentence)-[:NEXT_SENTENCE]->{0,1}(:Sentence)
UNWIND nodes(around) AS near
WITH DISTINCT near
MATCH (near)-[place:FROM_DOCUMENT]->(article:Document)
OPTIONAL MATCH names = (near)-[:MENTIONS]->(:Entity)
RETURN near, place, article, names;
