// 3 From an actor to the sentence
// All that is claimed of an actor about a thing, each claim with the sentence and the document that say so.
// $actor = "france" (Actor) who
// $thing = "nato-liaison-office-tokyo" (Entity) about what
MATCH (actor:Actor {key: $actor})<-[subject:SUBJECT]-(claim:Claim)-[object:OBJECT]->(thing:Entity {key: $thing})
MATCH evidence = (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(:Document)
RETURN actor, subject, claim, object, thing, evidence
ORDER BY claim.key;
