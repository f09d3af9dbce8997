/* One entry of three lines for each file under Rules/, in order of their paths; CRulesTests says what is missing. */
FILE("own-professional-development/unit.rules")
#embed "../../Rules/own-professional-development/unit.rules"
END
FILE("personal-effectiveness/unit.rules")
#embed "../../Rules/personal-effectiveness/unit.rules"
END
FILE("personal-growth/unit.rules")
#embed "../../Rules/personal-growth/unit.rules"
END
FILE("principles-of-effectiveness/unit.rules")
#embed "../../Rules/principles-of-effectiveness/unit.rules"
END
FILE("team-objectives/unit.rules")
#embed "../../Rules/team-objectives/unit.rules"
END
FILE("vocabulary/activities.rules")
#embed "../../Rules/vocabulary/activities.rules"
END
FILE("vocabulary/borrowed.rules")
#embed "../../Rules/vocabulary/borrowed.rules"
END
FILE("vocabulary/career.rules")
#embed "../../Rules/vocabulary/career.rules"
END
FILE("vocabulary/columns.rules")
#embed "../../Rules/vocabulary/columns.rules"
END
FILE("vocabulary/contact-centre.rules")
#embed "../../Rules/vocabulary/contact-centre.rules"
END
FILE("vocabulary/duties.rules")
#embed "../../Rules/vocabulary/duties.rules"
END
FILE("vocabulary/effectiveness.rules")
#embed "../../Rules/vocabulary/effectiveness.rules"
END
FILE("vocabulary/generic-virtues.rules")
#embed "../../Rules/vocabulary/generic-virtues.rules"
END
FILE("vocabulary/growth.rules")
#embed "../../Rules/vocabulary/growth.rules"
END
FILE("vocabulary/hobbies.rules")
#embed "../../Rules/vocabulary/hobbies.rules"
END
FILE("vocabulary/involvement.rules")
#embed "../../Rules/vocabulary/involvement.rules"
END
FILE("vocabulary/judgement.rules")
#embed "../../Rules/vocabulary/judgement.rules"
END
FILE("vocabulary/knowledge.rules")
#embed "../../Rules/vocabulary/knowledge.rules"
END
FILE("vocabulary/kpi.rules")
#embed "../../Rules/vocabulary/kpi.rules"
END
FILE("vocabulary/other-occupation.rules")
#embed "../../Rules/vocabulary/other-occupation.rules"
END
FILE("vocabulary/own-development.rules")
#embed "../../Rules/vocabulary/own-development.rules"
END
FILE("vocabulary/people.rules")
#embed "../../Rules/vocabulary/people.rules"
END
FILE("vocabulary/planning.rules")
#embed "../../Rules/vocabulary/planning.rules"
END
FILE("vocabulary/prompts.rules")
#embed "../../Rules/vocabulary/prompts.rules"
END
FILE("vocabulary/quantities.rules")
#embed "../../Rules/vocabulary/quantities.rules"
END
FILE("vocabulary/review-language.rules")
#embed "../../Rules/vocabulary/review-language.rules"
END
FILE("vocabulary/spelling.rules")
#embed "../../Rules/vocabulary/spelling.rules"
END
FILE("vocabulary/team-leading.rules")
#embed "../../Rules/vocabulary/team-leading.rules"
END
