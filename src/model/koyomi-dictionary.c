#include "koyomi-dictionary.h"

#include <string.h>

static const KoyomiWord language_words[] = {
  { "ja", N_("Japanese") },
  { "en", N_("English") },
  { NULL, NULL }
};

/* Behind the first, those of KoyomiSourcingPattern. */
static const KoyomiWord sourcing_pattern_words[] = {
  { "none", N_("Not chosen") },
  { "minimum-insource", N_("Minimum insourcing") },
  { "hybrid", N_("Hybrid") },
  { "minimum-outsource", N_("Minimum outsourcing") },
  { "full-insource", N_("Full insourcing") },
  { NULL, NULL }
};

static const KoyomiWord area_words[] = {
  { "none", N_("Not set") },
  { "i", N_("I: done in-house") },
  { "ii", N_("II: in-house lead with partners") },
  { "iii", N_("III: specialists, inside information") },
  { "iv", N_("IV: specialists, outside information") },
  { NULL, NULL }
};

static const KoyomiWord information_words[] = {
  { "none", N_("Not set") },
  { "internal", N_("Inside the organisation") },
  { "external", N_("From outside") },
  { NULL, NULL }
};

static const KoyomiWord expertise_words[] = {
  { "none", N_("Not set") },
  { "low", N_("General") },
  { "high", N_("Specialised") },
  { NULL, NULL }
};

static const KoyomiWord duty_kind_words[] = {
  { "monthly", N_("Monthly") },
  { "routine", N_("Routine") },
  { "at-incident", N_("At an incident") },
  { NULL, NULL }
};

static const KoyomiWord team_kind_words[] = {
  { "own", N_("Own team") },
  { "group", N_("Group company") },
  { "outsourced", N_("Outsourced") },
  { NULL, NULL }
};

static const KoyomiWord execution_words[] = {
  { "insource", N_("In-house") },
  { "outsource", N_("Outsourced") },
  { NULL, NULL }
};

static const KoyomiWord activity_kind_words[] = {
  { "task", N_("Task") },
  { "meeting", N_("Meeting") },
  { "milestone", N_("Milestone") },
  { NULL, NULL }
};

static const KoyomiWord status_words[] = {
  { "planned", N_("Planned") },
  { "doing", N_("In progress") },
  { "done", N_("Done") },
  { "skipped", N_("Skipped") },
  { "missed", N_("Missed") },
  { NULL, NULL }
};

static const KoyomiWord dependency_kind_words[] = {
  { "fs", N_("Finish to start") },
  { "ss", N_("Start to start") },
  { "ff", N_("Finish to finish") },
  { "sf", N_("Start to finish") },
  { NULL, NULL }
};

static const KoyomiWord meeting_status_words[] = {
  { "planned", N_("Planned") },
  { "held", N_("Held") },
  { "cancelled", N_("Cancelled") },
  { NULL, NULL }
};

static const KoyomiWord decision_status_words[] = {
  { "open", N_("Open") },
  { "done", N_("Done") },
  { "withdrawn", N_("Withdrawn") },
  { NULL, NULL }
};

static const KoyomiWord day_off_kind_words[] = {
  { "off", N_("Day off") },
  { "working", N_("Working day") },
  { NULL, NULL }
};

static const KoyomiWord incident_kind_words[] = {
  { "event", N_("Event") },
  { "incident", N_("Incident") },
  { "near-miss", N_("Near miss") },
  { "drill", N_("Drill") },
  { NULL, NULL }
};

static const KoyomiWord incident_state_words[] = {
  { "new", N_("New") },
  { "triaged", N_("Triaged") },
  { "responding", N_("Responding") },
  { "contained", N_("Contained") },
  { "recovered", N_("Recovered") },
  { "review", N_("In review") },
  { "closed", N_("Closed") },
  { "false-alarm", N_("False alarm") },
  { "merged", N_("Merged") },
  { NULL, NULL }
};

static const KoyomiWord severity_words[] = {
  { "s1", N_("S1 Crisis") },
  { "s2", N_("S2 Serious") },
  { "s3", N_("S3 Moderate") },
  { "s4", N_("S4 Minor") },
  { "s5", N_("S5 None") },
  { NULL, NULL }
};

static const KoyomiWord event_kind_words[] = {
  { "auto", N_("Automatic") },
  { "manual", N_("Manual") },
  { NULL, NULL }
};

static const KoyomiWord report_state_words[] = {
  { "not-judged", N_("Not judged") },
  { "not-applicable", N_("Not applicable") },
  { "due", N_("To be filed") },
  { "filed", N_("Filed") },
  { NULL, NULL }
};

static const KoyomiWord metric_kind_words[] = {
  { "computed", N_("Computed") },
  { "entered", N_("Entered by hand") },
  { NULL, NULL }
};

static const KoyomiWord unit_words[] = {
  { "hours", N_("hours") },
  { "count", N_("count") },
  { "percent", N_("%") },
  { "days", N_("days") },
  { "points", N_("points") },
  { NULL, NULL }
};

static const KoyomiWord direction_words[] = {
  { "down", N_("Lower is better") },
  { "up", N_("Higher is better") },
  { "neutral", N_("Neutral") },
  { NULL, NULL }
};

/* The words of KoyomiMeasured. */
static const KoyomiWord frequency_words[] = {
  { "none", N_("Not set") },
  { "month", N_("Every month") },
  { "quarter", N_("Every quarter") },
  { "year", N_("Every year") },
  { NULL, NULL }
};

static const KoyomiWord control_kind_words[] = {
  { "clause", N_("Clause") },
  { "annex-a", N_("Annex A") },
  { NULL, NULL }
};

static const KoyomiWord control_status_words[] = {
  { "none", N_("Not started") },
  { "planned", N_("Planned") },
  { "partial", N_("In part") },
  { "done", N_("Implemented") },
  { NULL, NULL }
};

static const KoyomiWord audit_kind_words[] = {
  { "internal", N_("Internal audit") },
  { "surveillance", N_("Surveillance audit") },
  { "recertification", N_("Recertification audit") },
  { "supplier", N_("Supplier audit") },
  { NULL, NULL }
};

static const KoyomiWord audit_status_words[] = {
  { "planned", N_("Planned") },
  { "doing", N_("In progress") },
  { "done", N_("Done") },
  { "cancelled", N_("Cancelled") },
  { NULL, NULL }
};

static const KoyomiWord audit_result_words[] = {
  { "none", N_("Not sampled") },
  { "conform", N_("Conforms") },
  { "observation", N_("Observation") },
  { "minor", N_("Minor nonconformity") },
  { "major", N_("Major nonconformity") },
  { NULL, NULL }
};

static const KoyomiWord finding_grade_words[] = {
  { "major", N_("Major nonconformity") },
  { "minor", N_("Minor nonconformity") },
  { "observation", N_("Observation") },
  { "opportunity", N_("Opportunity for improvement") },
  { NULL, NULL }
};

static const KoyomiWord verdict_words[] = {
  { "none", N_("Not verified") },
  { "yes", N_("Effective") },
  { "no", N_("Not effective") },
  { NULL, NULL }
};

static const KoyomiWord finding_status_words[] = {
  { "open", N_("Open") },
  { "doing", N_("In progress") },
  { "done", N_("Done") },
  { "verified", N_("Verified") },
  { "closed", N_("Closed") },
  { NULL, NULL }
};

static const KoyomiWord evidence_kind_words[] = {
  { "document", N_("Document") },
  { "record", N_("Record") },
  { "reference", N_("Reference") },
  { NULL, NULL }
};

static const KoyomiWord treatment_words[] = {
  { "reduce", N_("Reduce") },
  { "accept", N_("Accept") },
  { "transfer", N_("Transfer") },
  { "avoid", N_("Avoid") },
  { NULL, NULL }
};

static const KoyomiWord risk_status_words[] = {
  { "open", N_("Open") },
  { "doing", N_("In treatment") },
  { "accepted", N_("Accepted") },
  { "closed", N_("Closed") },
  { NULL, NULL }
};

static const KoyomiWord obligation_kind_words[] = {
  { "law", N_("Law") },
  { "regulator", N_("Regulator") },
  { "contract", N_("Contract") },
  { "own", N_("Own rule") },
  { NULL, NULL }
};

static const KoyomiWord drill_verdict_words[] = {
  { "none", N_("Not judged") },
  { "met", N_("Met") },
  { "partly", N_("Partly met") },
  { "missed", N_("Not met") },
  { NULL, NULL }
};

static const KoyomiWord anchor_words[] = {
  { "detected", N_("After detection") },
  { "aware", N_("After awareness") },
  { "opened", N_("After opening") },
  { NULL, NULL }
};

static const KoyomiWord decision_kind_words[] = {
  { "none", N_("Not said") },
  { "decision", N_("Decision") },
  { "action", N_("Action") },
  { NULL, NULL }
};

static const KoyomiWord sampling_words[] = {
  { "planned", N_("Planned") },
  { "sampled", N_("Sampled") },
  { "not-sampled", N_("Not sampled") },
  { NULL, NULL }
};

static const KoyomiWord finding_source_words[] = {
  { "none", N_("Not said") },
  { "audit", N_("Audit") },
  { "incident", N_("Incident") },
  { "drill", N_("Drill") },
  { "review", N_("Management review") },
  { "supplier", N_("Supplier") },
  { "other", N_("Other") },
  { NULL, NULL }
};

static const KoyomiWord agenda_kind_words[] = {
  { "report", N_("Report") },
  { "discussion", N_("Discussion") },
  { "decision", N_("Decision") },
  { "action", N_("Action") },
  { "other", N_("Other") },
  { NULL, NULL }
};

static const KoyomiField plan_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "organisation", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Organisation") },
  { "fiscal_start_month", KOYOMI_FIELD_INT, 0, N_("First month of the fiscal year") },
  { "language", KOYOMI_FIELD_ENUM, 0, N_("Language"), .words = language_words },
  { "classification", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Classification") },
  { "template", KOYOMI_FIELD_TEXT, 0, N_("Template") },
  { "created_day", KOYOMI_FIELD_DAY, 0, N_("Created") },
  { "sourcing_pattern", KOYOMI_FIELD_ENUM, KOYOMI_FIELD_OPTIONAL, N_("Sourcing pattern"), .words = sourcing_pattern_words },
  { "accountable_limit", KOYOMI_FIELD_INT, KOYOMI_FIELD_OPTIONAL, N_("Limit of A") },
  { "routine_day", KOYOMI_FIELD_REAL, KOYOMI_FIELD_OPTIONAL, N_("Person-days of a routine on a day") },
};

static const KoyomiField catalogue_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "code", KOYOMI_FIELD_TEXT, 0, N_("Code") },
  { "name", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Name") },
  { "edition", KOYOMI_FIELD_TEXT, 0, N_("Edition") },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
};

static const KoyomiField function_group_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "catalogue_id", KOYOMI_FIELD_REF, 0, N_("Catalogue"), .target = KOYOMI_TABLE_CATALOGUE },
  { "code", KOYOMI_FIELD_TEXT, 0, N_("Code") },
  { "name", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Name") },
  { "summary", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Summary") },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
};

static const KoyomiField function_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "group_id", KOYOMI_FIELD_REF, 0, N_("Function group"), .target = KOYOMI_TABLE_GROUP },
  { "code", KOYOMI_FIELD_TEXT, 0, N_("Code") },
  { "name", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Name") },
  { "tasks", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Tasks") },
  { "skills", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Skill set") },
  { "area", KOYOMI_FIELD_ENUM, 0, N_("Sourcing area"), .words = area_words },
  { "information", KOYOMI_FIELD_ENUM, 0, N_("Information handled"), .words = information_words },
  { "expertise", KOYOMI_FIELD_ENUM, 0, N_("Expertise needed"), .words = expertise_words },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
  { "retired", KOYOMI_FIELD_BOOL, 0, N_("No longer used") },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
};

static const KoyomiField crosswalk_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "from_function_id", KOYOMI_FIELD_REF, 0, N_("From function"), .target = KOYOMI_TABLE_FUNCTION },
  { "to_function_id", KOYOMI_FIELD_REF, 0, N_("To function"), .target = KOYOMI_TABLE_FUNCTION },
  { "basis", KOYOMI_FIELD_TEXT, 0, N_("Basis") },
};

static const KoyomiField duty_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "function_id", KOYOMI_FIELD_REF, 0, N_("Function"), .target = KOYOMI_TABLE_FUNCTION },
  { "kind", KOYOMI_FIELD_ENUM, 0, N_("Kind"), .words = duty_kind_words },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Title") },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
};

static const KoyomiField team_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "code", KOYOMI_FIELD_TEXT, 0, N_("Code") },
  { "name", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Name") },
  { "kind", KOYOMI_FIELD_ENUM, 0, N_("Kind"), .words = team_kind_words },
  { "contact", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Contact") },
  { "capacity", KOYOMI_FIELD_REAL, KOYOMI_FIELD_OPTIONAL, N_("Person-days a month") },
  { "active_from", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Active from") },
  { "active_to", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Active to") },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
};

static const KoyomiField person_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "team_id", KOYOMI_FIELD_REF, 0, N_("Team"), .target = KOYOMI_TABLE_TEAM },
  { "name", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Full name") },
  { "role", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Role") },
  { "contact", KOYOMI_FIELD_TEXT, 0, N_("Contact") },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
};

static const KoyomiField attestation_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "duty_id", KOYOMI_FIELD_REF, 0, N_("Duty"), .target = KOYOMI_TABLE_DUTY },
  { "month", KOYOMI_FIELD_DAY, 0, N_("Month") },
  { "planned_days", KOYOMI_FIELD_INT, 0, N_("Days planned") },
  { "done_days", KOYOMI_FIELD_INT, 0, N_("Days done") },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
};

static const KoyomiField assignment_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "function_id", KOYOMI_FIELD_REF, 0, N_("Function"), .target = KOYOMI_TABLE_FUNCTION },
  { "team_id", KOYOMI_FIELD_REF, 0, N_("Team"), .target = KOYOMI_TABLE_TEAM },
  { "person_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Person"), .target = KOYOMI_TABLE_PERSON },
  { "letters", KOYOMI_FIELD_TEXT, 0, N_("Roles (R A C I S)") },
  { "from_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("From") },
  { "to_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("To") },
  { "basis", KOYOMI_FIELD_TEXT, 0, N_("Basis") },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
  { "deputy_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Deputy"), .target = KOYOMI_TABLE_PERSON },
};

static const KoyomiField maturity_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "function_id", KOYOMI_FIELD_REF, 0, N_("Function"), .target = KOYOMI_TABLE_FUNCTION },
  { "mode", KOYOMI_FIELD_ENUM, 0, N_("Execution"), .words = execution_words },
  { "as_is", KOYOMI_FIELD_INT, KOYOMI_FIELD_OPTIONAL, N_("As-is level") },
  { "to_be", KOYOMI_FIELD_INT, KOYOMI_FIELD_OPTIONAL, N_("To-be level") },
  { "target_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Target day") },
  { "assessed_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Assessed on") },
  { "assessor", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Assessor") },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
};

static const KoyomiField activity_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "function_id", KOYOMI_FIELD_REF, 0, N_("Function"), .target = KOYOMI_TABLE_FUNCTION },
  { "team_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Team"), .target = KOYOMI_TABLE_TEAM },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Title") },
  { "kind", KOYOMI_FIELD_ENUM, 0, N_("Kind"), .words = activity_kind_words },
  { "rule", KOYOMI_FIELD_TEXT, 0, N_("Recurrence rule") },
  { "first_day", KOYOMI_FIELD_DAY, 0, N_("First day") },
  { "duration", KOYOMI_FIELD_INT, 0, N_("Length in days") },
  { "effort", KOYOMI_FIELD_REAL, KOYOMI_FIELD_OPTIONAL, N_("Person-days") },
  { "cost", KOYOMI_FIELD_REAL, KOYOMI_FIELD_OPTIONAL, N_("Cost") },
  { "clause", KOYOMI_FIELD_TEXT, 0, N_("Clause") },
  { "source", KOYOMI_FIELD_TEXT, 0, N_("Source") },
  { "source_months", KOYOMI_FIELD_TEXT, 0, N_("Months in the source") },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
  { "maturity_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Maturity gap"), .target = KOYOMI_TABLE_MATURITY },
  { "incident_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Follow-up of"), .target = KOYOMI_TABLE_INCIDENT },
};

static const KoyomiField occurrence_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "activity_id", KOYOMI_FIELD_REF, 0, N_("Activity"), .target = KOYOMI_TABLE_ACTIVITY },
  { "function_id", KOYOMI_FIELD_REF, 0, N_("Function"), .target = KOYOMI_TABLE_FUNCTION },
  { "team_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Team"), .target = KOYOMI_TABLE_TEAM },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Title") },
  { "slot_day", KOYOMI_FIELD_DAY, 0, N_("Day by the rule") },
  { "first_day", KOYOMI_FIELD_DAY, 0, N_("First day") },
  { "last_day", KOYOMI_FIELD_DAY, 0, N_("Last day") },
  { "original_first", KOYOMI_FIELD_DAY, 0, N_("First day as first planned") },
  { "original_last", KOYOMI_FIELD_DAY, 0, N_("Last day as first planned") },
  { "actual_first", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Begun on") },
  { "actual_last", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Done on") },
  { "status", KOYOMI_FIELD_ENUM, 0, N_("Status"), .words = status_words },
  { "progress", KOYOMI_FIELD_INT, 0, N_("Progress") },
  { "owner", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Owner") },
  { "result", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Result") },
  { "reason", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Reason") },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
};

static const KoyomiField dependency_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "from_activity_id", KOYOMI_FIELD_REF, 0, N_("Predecessor"), .target = KOYOMI_TABLE_ACTIVITY },
  { "to_activity_id", KOYOMI_FIELD_REF, 0, N_("Successor"), .target = KOYOMI_TABLE_ACTIVITY },
  { "kind", KOYOMI_FIELD_ENUM, 0, N_("Kind"), .words = dependency_kind_words },
  { "lag", KOYOMI_FIELD_INT, 0, N_("Lag in days") },
};

static const KoyomiField committee_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "code", KOYOMI_FIELD_TEXT, 0, N_("Code") },
  { "name", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Name") },
  { "purpose", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Purpose") },
  { "rule", KOYOMI_FIELD_TEXT, 0, N_("Recurrence rule") },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
};

static const KoyomiField meeting_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "committee_id", KOYOMI_FIELD_REF, 0, N_("Committee"), .target = KOYOMI_TABLE_COMMITTEE },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Title") },
  { "day", KOYOMI_FIELD_DAY, 0, N_("Day") },
  { "start_minute", KOYOMI_FIELD_INT, KOYOMI_FIELD_OPTIONAL, N_("Start (minute of the day)") },
  { "place", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Place") },
  { "status", KOYOMI_FIELD_ENUM, 0, N_("Status"), .words = meeting_status_words },
  { "agenda", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Agenda") },
  { "minutes", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Minutes") },
  { "chair", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Chair") },
  { "attendees", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Attendees") },
};

static const KoyomiField decision_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "meeting_id", KOYOMI_FIELD_REF, 0, N_("Meeting"), .target = KOYOMI_TABLE_MEETING },
  { "number", KOYOMI_FIELD_TEXT, 0, N_("Number") },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Decision") },
  { "owner", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Owner") },
  { "due_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Due") },
  { "status", KOYOMI_FIELD_ENUM, 0, N_("Status"), .words = decision_status_words },
  { "activity_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Activity"), .target = KOYOMI_TABLE_ACTIVITY },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
  { "kind", KOYOMI_FIELD_ENUM, KOYOMI_FIELD_OPTIONAL, N_("Kind"), .words = decision_kind_words },
  { "done_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Done") },
};

static const KoyomiField day_off_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "first_day", KOYOMI_FIELD_DAY, 0, N_("First day") },
  { "last_day", KOYOMI_FIELD_DAY, 0, N_("Last day") },
  { "kind", KOYOMI_FIELD_ENUM, 0, N_("Kind"), .words = day_off_kind_words },
  { "name", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Name") },
};

static const KoyomiField incident_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "number", KOYOMI_FIELD_TEXT, 0, N_("Number") },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Title") },
  { "kind", KOYOMI_FIELD_ENUM, 0, N_("Kind"), .words = incident_kind_words },
  { "state", KOYOMI_FIELD_ENUM, 0, N_("State"), .words = incident_state_words },
  { "severity", KOYOMI_FIELD_ENUM, 0, N_("Severity"), .words = severity_words },
  { "severity_reason", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Reason for the severity") },
  { "impact_business", KOYOMI_FIELD_INT, KOYOMI_FIELD_OPTIONAL, N_("Effect on business") },
  { "impact_information", KOYOMI_FIELD_INT, KOYOMI_FIELD_OPTIONAL, N_("Effect on information") },
  { "impact_spread", KOYOMI_FIELD_INT, KOYOMI_FIELD_OPTIONAL, N_("Spread") },
  { "impact_legal", KOYOMI_FIELD_INT, KOYOMI_FIELD_OPTIONAL, N_("Legal duty") },
  { "class", KOYOMI_FIELD_TEXT, 0, N_("Class") },
  { "tlp", KOYOMI_FIELD_TEXT, 0, N_("TLP") },
  { "team_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Team"), .target = KOYOMI_TABLE_TEAM },
  { "lead", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Lead") },
  { "detected_by", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Found by") },
  { "found_outside", KOYOMI_FIELD_BOOL, 0, N_("Found by outsiders") },
  { "recurrence_of_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Recurrence of"), .target = KOYOMI_TABLE_INCIDENT },
  { "merged_into_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Merged into"), .target = KOYOMI_TABLE_INCIDENT },
  { "occurred_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Occurred") },
  { "detected_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Detected") },
  { "aware_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Aware of") },
  { "acknowledged_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Acknowledged") },
  { "classified_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Classified") },
  { "contained_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Contained") },
  { "eradicated_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Eradicated") },
  { "recovered_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Recovered") },
  { "closed_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Closed") },
  { "estimated", KOYOMI_FIELD_TEXT, 0, N_("Estimated times") },
  { "people_affected", KOYOMI_FIELD_INT, KOYOMI_FIELD_OPTIONAL, N_("People affected") },
  { "sensitive_data", KOYOMI_FIELD_BOOL, 0, N_("Sensitive personal data") },
  { "financial_harm", KOYOMI_FIELD_BOOL, 0, N_("Risk of financial harm") },
  { "unlawful_purpose", KOYOMI_FIELD_BOOL, 0, N_("Unlawful purpose") },
  { "summary", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Summary") },
  { "cause", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Cause") },
  { "lessons", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Lessons") },
  { "reviewed_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Reviewed on") },
  { "scenario", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Drill scenario") },
  { "criteria", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Drill criteria") },
  { "outcome", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Drill outcome") },
  { "next_drill_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Next drill") },
  { "opened_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Opened") },
  { "unknown", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL, N_("Times that cannot be known") },
  { "verdict", KOYOMI_FIELD_ENUM, KOYOMI_FIELD_OPTIONAL, N_("Result of the drill"), .words = drill_verdict_words },
  { "template", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL, N_("Check-list") },
  { "occurred_until", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Occurred at the latest") },
  { "detected_until", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Detected at the latest") },
  { "aware_until", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Aware of at the latest") },
  { "acknowledged_until", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Acknowledged at the latest") },
  { "classified_until", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Classified at the latest") },
  { "contained_until", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Contained at the latest") },
  { "eradicated_until", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Eradicated at the latest") },
  { "recovered_until", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Recovered at the latest") },
};

static const KoyomiField incident_event_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "incident_id", KOYOMI_FIELD_REF, 0, N_("Incident"), .target = KOYOMI_TABLE_INCIDENT },
  { "at", KOYOMI_FIELD_TIME, 0, N_("Time") },
  { "kind", KOYOMI_FIELD_ENUM, 0, N_("Kind"), .words = event_kind_words },
  { "actor", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("By") },
  { "text", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Entry") },
  { "in_report", KOYOMI_FIELD_BOOL, 0, N_("In the report") },
};

static const KoyomiField incident_task_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "incident_id", KOYOMI_FIELD_REF, 0, N_("Incident"), .target = KOYOMI_TABLE_INCIDENT },
  { "duty_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Duty"), .target = KOYOMI_TABLE_DUTY },
  { "team_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Team"), .target = KOYOMI_TABLE_TEAM },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Task") },
  { "due_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Due") },
  { "done_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Done") },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
  { "owner", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Owner") },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Note") },
  { "waived", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Why it is not done") },
  { "done_by", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Done by") },
};

static const KoyomiField reporting_clock_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "code", KOYOMI_FIELD_TEXT, 0, N_("Code") },
  { "regime", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Regime") },
  { "jurisdiction", KOYOMI_FIELD_TEXT, 0, N_("Jurisdiction") },
  { "stage", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Stage") },
  { "trigger_text", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Trigger") },
  { "clock_start", KOYOMI_FIELD_TEXT, 0, N_("Clock starts") },
  { "amount", KOYOMI_FIELD_REAL, KOYOMI_FIELD_OPTIONAL, N_("Amount") },
  { "unit", KOYOMI_FIELD_TEXT, 0, N_("Unit") },
  { "roll_rule", KOYOMI_FIELD_TEXT, 0, N_("Roll rule") },
  { "recipient", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Recipient") },
  { "legal_basis", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Legal basis") },
  { "status", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("State of the law") },
  { "confidence", KOYOMI_FIELD_TEXT, 0, N_("Confidence") },
  { "source_url", KOYOMI_FIELD_TEXT, 0, N_("Source") },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
  { "off", KOYOMI_FIELD_BOOL, KOYOMI_FIELD_OPTIONAL, N_("Not used") },
  { "notice", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL, N_("Notice") },
  { "after_notice", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL, N_("After the notice") },
  { "warn_amount", KOYOMI_FIELD_REAL, KOYOMI_FIELD_OPTIONAL, N_("Warn after") },
  { "time_zone", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL, N_("Time zone") },
  { "items", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL, N_("What the report must hold") },
};

static const KoyomiField incident_report_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "incident_id", KOYOMI_FIELD_REF, 0, N_("Incident"), .target = KOYOMI_TABLE_INCIDENT },
  { "clock_id", KOYOMI_FIELD_REF, 0, N_("Reporting duty"), .target = KOYOMI_TABLE_CLOCK },
  { "state", KOYOMI_FIELD_ENUM, 0, N_("State"), .words = report_state_words },
  { "due_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Due") },
  { "filed_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Filed at") },
  { "receipt", KOYOMI_FIELD_TEXT, 0, N_("Receipt number") },
  { "reason", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Reason") },
  { "decided_by", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Decided by") },
  { "decided_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Decided") },
  { "late_reason", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Why it was late") },
  { "filed_by", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Filed by") },
  { "answers", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL, N_("Answers") },
};

static const KoyomiField metric_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "code", KOYOMI_FIELD_TEXT, 0, N_("Code") },
  { "name", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Name") },
  { "kind", KOYOMI_FIELD_ENUM, 0, N_("Kind"), .words = metric_kind_words },
  { "formula", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Formula") },
  { "unit", KOYOMI_FIELD_ENUM, 0, N_("Unit"), .words = unit_words },
  { "direction", KOYOMI_FIELD_ENUM, 0, N_("Direction"), .words = direction_words },
  { "data", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Data") },
  { "source", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Source") },
  { "measured_when", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Measured") },
  { "measured_by", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Measured by") },
  { "analysed_when", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Analysed") },
  { "analysed_by", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Analysed by") },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
  { "computation", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL, N_("Computation") },
  { "frequency", KOYOMI_FIELD_ENUM, KOYOMI_FIELD_OPTIONAL, N_("Frequency"), .words = frequency_words },
  { "grace_days", KOYOMI_FIELD_INT, KOYOMI_FIELD_OPTIONAL, N_("Days of grace") },
  { "retired_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Retired from") },
};

static const KoyomiField metric_limit_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "metric_id", KOYOMI_FIELD_REF, 0, N_("Metric"), .target = KOYOMI_TABLE_METRIC },
  { "from_day", KOYOMI_FIELD_DAY, 0, N_("Effective from") },
  { "target", KOYOMI_FIELD_REAL, KOYOMI_FIELD_OPTIONAL, N_("Target") },
  { "warning", KOYOMI_FIELD_REAL, KOYOMI_FIELD_OPTIONAL, N_("Warning") },
  { "target_low", KOYOMI_FIELD_REAL, KOYOMI_FIELD_OPTIONAL, N_("Lower target") },
  { "warning_low", KOYOMI_FIELD_REAL, KOYOMI_FIELD_OPTIONAL, N_("Lower warning") },
};

static const KoyomiField metric_value_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "metric_id", KOYOMI_FIELD_REF, 0, N_("Metric"), .target = KOYOMI_TABLE_METRIC },
  { "month", KOYOMI_FIELD_DAY, 0, N_("Month") },
  { "value", KOYOMI_FIELD_REAL, 0, N_("Value") },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
  { "entered_by", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Entered by") },
  { "entered_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Entered") },
  { "superseded_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Corrected") },
};

static const KoyomiField control_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "code", KOYOMI_FIELD_TEXT, 0, N_("Number") },
  { "kind", KOYOMI_FIELD_ENUM, 0, N_("Kind"), .words = control_kind_words },
  { "name", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Name") },
  { "theme", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Theme") },
  { "evidence_kind", KOYOMI_FIELD_TEXT, 0, N_("Evidence kind") },
  { "evidence", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Evidence") },
  { "applicable", KOYOMI_FIELD_BOOL, 0, N_("Applicable") },
  { "reason", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Reason") },
  { "status", KOYOMI_FIELD_ENUM, 0, N_("Status"), .words = control_status_words },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
  { "fresh_days", KOYOMI_FIELD_INT, KOYOMI_FIELD_OPTIONAL, N_("Days that evidence stays fresh") },
};

static const KoyomiField function_control_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "function_id", KOYOMI_FIELD_REF, 0, N_("Function"), .target = KOYOMI_TABLE_FUNCTION },
  { "control_id", KOYOMI_FIELD_REF, 0, N_("Control"), .target = KOYOMI_TABLE_CONTROL },
  { "basis", KOYOMI_FIELD_TEXT, 0, N_("Basis") },
};

static const KoyomiField audit_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "number", KOYOMI_FIELD_TEXT, 0, N_("Number") },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Title") },
  { "kind", KOYOMI_FIELD_ENUM, 0, N_("Kind"), .words = audit_kind_words },
  { "first_day", KOYOMI_FIELD_DAY, 0, N_("First day") },
  { "last_day", KOYOMI_FIELD_DAY, 0, N_("Last day") },
  { "lead", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Lead auditor") },
  { "team_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Team"), .target = KOYOMI_TABLE_TEAM },
  { "scope", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Scope") },
  { "criteria", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Criteria") },
  { "status", KOYOMI_FIELD_ENUM, 0, N_("Status"), .words = audit_status_words },
  { "result", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Result") },
  { "activity_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Activity"), .target = KOYOMI_TABLE_ACTIVITY },
  { "committee_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Reported to"), .target = KOYOMI_TABLE_COMMITTEE },
  { "reported_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Reported") },
  { "method", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Method") },
};

static const KoyomiField audit_item_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "audit_id", KOYOMI_FIELD_REF, 0, N_("Audit"), .target = KOYOMI_TABLE_AUDIT },
  { "control_id", KOYOMI_FIELD_REF, 0, N_("Control"), .target = KOYOMI_TABLE_CONTROL },
  { "sample", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Sample") },
  { "result", KOYOMI_FIELD_ENUM, 0, N_("Result"), .words = audit_result_words },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
  { "sampling", KOYOMI_FIELD_ENUM, KOYOMI_FIELD_OPTIONAL, N_("Sampling"), .words = sampling_words },
};

static const KoyomiField finding_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "number", KOYOMI_FIELD_TEXT, 0, N_("Number") },
  { "audit_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Audit"), .target = KOYOMI_TABLE_AUDIT },
  { "incident_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Incident"), .target = KOYOMI_TABLE_INCIDENT },
  { "control_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Control"), .target = KOYOMI_TABLE_CONTROL },
  { "function_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Function"), .target = KOYOMI_TABLE_FUNCTION },
  { "grade", KOYOMI_FIELD_ENUM, 0, N_("Grade"), .words = finding_grade_words },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Title") },
  { "detail", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Detail") },
  { "found_day", KOYOMI_FIELD_DAY, 0, N_("Found on") },
  { "correction", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Correction") },
  { "cause", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Cause") },
  { "action", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Corrective action") },
  { "owner", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Owner") },
  { "due_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Due") },
  { "done_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Done on") },
  { "verified_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Verified on") },
  { "verifier", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Verifier") },
  { "effective", KOYOMI_FIELD_ENUM, 0, N_("Effective"), .words = verdict_words },
  { "status", KOYOMI_FIELD_ENUM, 0, N_("Status"), .words = finding_status_words },
  { "source", KOYOMI_FIELD_ENUM, KOYOMI_FIELD_OPTIONAL, N_("Source of the finding"), .words = finding_source_words },
  { "nature", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Nature and extent") },
  { "similar", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Similar cases") },
  { "progress", KOYOMI_FIELD_INT, KOYOMI_FIELD_OPTIONAL, N_("Progress in per cent") },
  { "activity_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Activity"), .target = KOYOMI_TABLE_ACTIVITY },
  { "effect_due_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Effect to be checked by") },
  { "effect_note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Effect") },
  { "reopened_from_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Opened again from"), .target = KOYOMI_TABLE_FINDING },
};

static const KoyomiField evidence_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Title") },
  { "kind", KOYOMI_FIELD_ENUM, 0, N_("Kind"), .words = evidence_kind_words },
  { "place", KOYOMI_FIELD_TEXT, 0, N_("Place") },
  { "sha256", KOYOMI_FIELD_TEXT, 0, N_("SHA-256") },
  { "owner", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Owner") },
  { "effective_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Effective on") },
  { "added_day", KOYOMI_FIELD_DAY, 0, N_("Added on") },
  { "period_first", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Period from") },
  { "period_last", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Period to") },
  { "expires_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Expires on") },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
  { "collected_by", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Collected by") },
  { "collected_at", KOYOMI_FIELD_TIME, KOYOMI_FIELD_OPTIONAL, N_("Collected") },
};

static const KoyomiField proof_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "evidence_id", KOYOMI_FIELD_REF, 0, N_("Evidence"), .target = KOYOMI_TABLE_EVIDENCE },
  { "control_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Control"), .target = KOYOMI_TABLE_CONTROL },
  { "occurrence_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Run"), .target = KOYOMI_TABLE_OCCURRENCE },
  { "finding_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Finding"), .target = KOYOMI_TABLE_FINDING },
  { "incident_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Incident"), .target = KOYOMI_TABLE_INCIDENT },
  { "maturity_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Maturity"), .target = KOYOMI_TABLE_MATURITY },
  { "metric_value_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Metric value"), .target = KOYOMI_TABLE_METRIC_VALUE },
};

static const KoyomiField risk_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "number", KOYOMI_FIELD_TEXT, 0, N_("Number") },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Title") },
  { "owner", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Owner") },
  { "likelihood", KOYOMI_FIELD_INT, 0, N_("Likelihood") },
  { "impact", KOYOMI_FIELD_INT, 0, N_("Impact") },
  { "target_likelihood", KOYOMI_FIELD_INT, 0, N_("Likelihood aimed at") },
  { "target_impact", KOYOMI_FIELD_INT, 0, N_("Impact aimed at") },
  { "treatment", KOYOMI_FIELD_ENUM, 0, N_("Treatment"), .words = treatment_words },
  { "plan", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Treatment plan") },
  { "activity_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Activity"), .target = KOYOMI_TABLE_ACTIVITY },
  { "due_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Due") },
  { "review_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Review on") },
  { "status", KOYOMI_FIELD_ENUM, 0, N_("Status"), .words = risk_status_words },
  { "accepted_by", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Accepted by") },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Note") },
};

static const KoyomiField contract_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "team_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Team"), .target = KOYOMI_TABLE_TEAM },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Title") },
  { "number", KOYOMI_FIELD_TEXT, 0, N_("Number") },
  { "partner", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Partner") },
  { "services", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Services") },
  { "first_day", KOYOMI_FIELD_DAY, 0, N_("From") },
  { "last_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Until") },
  { "notice_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Notice by") },
  { "cost", KOYOMI_FIELD_REAL, KOYOMI_FIELD_OPTIONAL, N_("Cost") },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
};

static const KoyomiField obligation_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Title") },
  { "kind", KOYOMI_FIELD_ENUM, 0, N_("Kind"), .words = obligation_kind_words },
  { "source", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Source") },
  { "owner", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Owner") },
  { "review_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Review on") },
  { "clock_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Reporting duty"), .target = KOYOMI_TABLE_CLOCK },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
  { "control_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Clause or control"), .target = KOYOMI_TABLE_CONTROL },
  { "activity_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Activity"), .target = KOYOMI_TABLE_ACTIVITY },
};

static const KoyomiField policy_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Title") },
  { "edition", KOYOMI_FIELD_TEXT, 0, N_("Edition") },
  { "owner", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Owner") },
  { "approved_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Approved on") },
  { "review_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Review on") },
  { "place", KOYOMI_FIELD_TEXT, 0, N_("Place") },
  { "activity_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Activity"), .target = KOYOMI_TABLE_ACTIVITY },
};

static const KoyomiField exemption_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Title") },
  { "reason", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Reason") },
  { "owner", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Owner") },
  { "control_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Control"), .target = KOYOMI_TABLE_CONTROL },
  { "first_day", KOYOMI_FIELD_DAY, 0, N_("From") },
  { "last_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Until") },
  { "measure", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Compensating measure") },
  { "approved_by", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_OPTIONAL | KOYOMI_FIELD_TRANSLATED, N_("Approved by") },
};

static const KoyomiField bookmark_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "name", KOYOMI_FIELD_TEXT, 0, N_("Name") },
  { "seq", KOYOMI_FIELD_INT, 0, N_("Journal entry") },
  { "at", KOYOMI_FIELD_TIME, 0, N_("Time") },
  { "note", KOYOMI_FIELD_TEXT, 0, N_("Note") },
};

static const KoyomiField waiver_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "rule", KOYOMI_FIELD_TEXT, 0, N_("Rule") },
  { "function_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Function"), .target = KOYOMI_TABLE_FUNCTION },
  { "team_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Team"), .target = KOYOMI_TABLE_TEAM },
  { "person_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Person"), .target = KOYOMI_TABLE_PERSON },
  { "contract_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Contract"), .target = KOYOMI_TABLE_CONTRACT },
  { "activity_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Activity"), .target = KOYOMI_TABLE_ACTIVITY },
  { "reason", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Reason") },
  { "decided_by", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Decided by") },
  { "decided_day", KOYOMI_FIELD_DAY, 0, N_("Decided on") },
  { "until_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Until") },
};

static const KoyomiField letter_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "letter", KOYOMI_FIELD_TEXT, 0, N_("Letter") },
  { "name", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Name") },
  { "meaning", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Meaning") },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
};

static const KoyomiField incident_template_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "code", KOYOMI_FIELD_TEXT, 0, N_("Code") },
  { "name", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Name") },
  { "class", KOYOMI_FIELD_TEXT, 0, N_("Class") },
  { "kind", KOYOMI_FIELD_ENUM, 0, N_("Kind"), .words = incident_kind_words },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
};

static const KoyomiField incident_template_task_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "template_id", KOYOMI_FIELD_REF, 0, N_("Check-list"), .target = KOYOMI_TABLE_INCIDENT_TEMPLATE },
  { "function_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Function"), .target = KOYOMI_TABLE_FUNCTION },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Task") },
  { "anchor", KOYOMI_FIELD_ENUM, 0, N_("Due counts from"), .words = anchor_words },
  { "offset_minutes", KOYOMI_FIELD_INT, KOYOMI_FIELD_OPTIONAL, N_("Due after minutes") },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
};

static const KoyomiField incident_item_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "incident_id", KOYOMI_FIELD_REF, 0, N_("Incident"), .target = KOYOMI_TABLE_INCIDENT },
  { "item", KOYOMI_FIELD_TEXT, 0, N_("Item") },
  { "text", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Text") },
};

static const KoyomiField incident_link_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "incident_id", KOYOMI_FIELD_REF, 0, N_("Incident"), .target = KOYOMI_TABLE_INCIDENT },
  { "function_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Function"), .target = KOYOMI_TABLE_FUNCTION },
  { "activity_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Activity"), .target = KOYOMI_TABLE_ACTIVITY },
  { "risk_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Risk"), .target = KOYOMI_TABLE_RISK },
  { "control_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Control"), .target = KOYOMI_TABLE_CONTROL },
};

static const KoyomiField incident_party_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "incident_id", KOYOMI_FIELD_REF, 0, N_("Incident"), .target = KOYOMI_TABLE_INCIDENT },
  { "team_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Team"), .target = KOYOMI_TABLE_TEAM },
  { "person_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Person"), .target = KOYOMI_TABLE_PERSON },
  { "name", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Name") },
  { "role", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Role") },
};

static const KoyomiField custody_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "evidence_id", KOYOMI_FIELD_REF, 0, N_("Evidence"), .target = KOYOMI_TABLE_EVIDENCE },
  { "at", KOYOMI_FIELD_TIME, 0, N_("When") },
  { "from_holder", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Handed over by") },
  { "to_holder", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Handed over to") },
  { "place", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Place") },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
};

static const KoyomiField metric_comment_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "metric_id", KOYOMI_FIELD_REF, 0, N_("Metric"), .target = KOYOMI_TABLE_METRIC },
  { "quarter_day", KOYOMI_FIELD_DAY, 0, N_("First day of the quarter") },
  { "text", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Text") },
  { "author", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Author") },
  { "at", KOYOMI_FIELD_TIME, 0, N_("When") },
};

static const KoyomiField metric_close_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "bookmark_id", KOYOMI_FIELD_REF, 0, N_("Bookmark"), .target = KOYOMI_TABLE_BOOKMARK },
  { "quarter_day", KOYOMI_FIELD_DAY, 0, N_("First day of the quarter") },
  { "metric_id", KOYOMI_FIELD_REF, 0, N_("Metric"), .target = KOYOMI_TABLE_METRIC },
  { "value", KOYOMI_FIELD_REAL, KOYOMI_FIELD_OPTIONAL, N_("Value") },
  { "numerator", KOYOMI_FIELD_REAL, KOYOMI_FIELD_OPTIONAL, N_("Numerator") },
  { "denominator", KOYOMI_FIELD_REAL, KOYOMI_FIELD_OPTIONAL, N_("Denominator") },
  { "samples", KOYOMI_FIELD_INT, 0, N_("Samples") },
};

static const KoyomiField board_tile_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "metric_id", KOYOMI_FIELD_REF, 0, N_("Metric"), .target = KOYOMI_TABLE_METRIC },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
};

static const KoyomiField objective_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "number", KOYOMI_FIELD_TEXT, 0, N_("Number") },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Title") },
  { "metric_id", KOYOMI_FIELD_REF, 0, N_("Metric"), .target = KOYOMI_TABLE_METRIC },
  { "target", KOYOMI_FIELD_REAL, 0, N_("Target") },
  { "due_day", KOYOMI_FIELD_DAY, 0, N_("Due") },
  { "owner", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Owner") },
  { "note", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Note") },
};

static const KoyomiField finding_due_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "finding_id", KOYOMI_FIELD_REF, 0, N_("Finding"), .target = KOYOMI_TABLE_FINDING },
  { "old_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Due before") },
  { "new_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Due") },
  { "reason", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Reason") },
  { "decided_by", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Decided by") },
  { "at", KOYOMI_FIELD_TIME, 0, N_("When") },
};

static const KoyomiField agenda_item_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "meeting_id", KOYOMI_FIELD_REF, 0, N_("Meeting"), .target = KOYOMI_TABLE_MEETING },
  { "position", KOYOMI_FIELD_INT, 0, N_("Order") },
  { "kind", KOYOMI_FIELD_ENUM, 0, N_("Kind"), .words = agenda_kind_words },
  { "title", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Title") },
  { "minutes", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Minutes") },
  { "decision_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Decision"), .target = KOYOMI_TABLE_DECISION },
};

static const KoyomiField review_input_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "meeting_id", KOYOMI_FIELD_REF, 0, N_("Meeting"), .target = KOYOMI_TABLE_MEETING },
  { "input", KOYOMI_FIELD_TEXT, 0, N_("Input") },
  { "is_empty", KOYOMI_FIELD_BOOL, 0, N_("Nothing to report") },
  { "text", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Text") },
  { "author", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Author") },
  { "at", KOYOMI_FIELD_TIME, 0, N_("When") },
};

static const KoyomiField narrative_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "report", KOYOMI_FIELD_TEXT, 0, N_("Report") },
  { "section", KOYOMI_FIELD_TEXT, 0, N_("Section") },
  { "quarter_day", KOYOMI_FIELD_DAY, 0, N_("First day of the quarter") },
  { "text", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Text") },
  { "author", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Author") },
  { "at", KOYOMI_FIELD_TIME, 0, N_("When") },
};

static const KoyomiField report_issue_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "report", KOYOMI_FIELD_TEXT, 0, N_("Report") },
  { "first_day", KOYOMI_FIELD_DAY, 0, N_("First day") },
  { "last_day", KOYOMI_FIELD_DAY, 0, N_("Last day") },
  { "language", KOYOMI_FIELD_ENUM, 0, N_("Language"), .words = language_words },
  { "format", KOYOMI_FIELD_TEXT, 0, N_("Format") },
  { "file_name", KOYOMI_FIELD_TEXT, 0, N_("File") },
  { "sha256", KOYOMI_FIELD_TEXT, 0, N_("SHA-256") },
  { "bookmark_id", KOYOMI_FIELD_REF, KOYOMI_FIELD_OPTIONAL, N_("Bookmark"), .target = KOYOMI_TABLE_BOOKMARK },
  { "document_number", KOYOMI_FIELD_TEXT, 0, N_("Document number") },
  { "edition", KOYOMI_FIELD_TEXT, 0, N_("Edition") },
  { "issued_at", KOYOMI_FIELD_TIME, 0, N_("Issued") },
  { "issued_by", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Issued by") },
};

static const KoyomiField lint_waiver_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "rule", KOYOMI_FIELD_TEXT, 0, N_("Rule") },
  { "entity", KOYOMI_FIELD_TEXT, 0, N_("Table") },
  { "row_id", KOYOMI_FIELD_INT, KOYOMI_FIELD_OPTIONAL, N_("Row") },
  { "reason", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Reason") },
  { "decided_by", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Decided by") },
  { "decided_day", KOYOMI_FIELD_DAY, 0, N_("Decided") },
  { "until_day", KOYOMI_FIELD_DAY, KOYOMI_FIELD_OPTIONAL, N_("Until") },
};

static const KoyomiField risk_level_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "risk_id", KOYOMI_FIELD_REF, 0, N_("Risk"), .target = KOYOMI_TABLE_RISK },
  { "day", KOYOMI_FIELD_DAY, 0, N_("Judged on") },
  { "likelihood", KOYOMI_FIELD_INT, 0, N_("Likelihood") },
  { "impact", KOYOMI_FIELD_INT, 0, N_("Impact") },
  { "reason", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Reason") },
  { "judged_by", KOYOMI_FIELD_TEXT, KOYOMI_FIELD_TRANSLATED, N_("Judged by") },
};

static const KoyomiField metric_part_fields[] = {
  { "id", KOYOMI_FIELD_ID, 0, N_("Key") },
  { "metric_id", KOYOMI_FIELD_REF, 0, N_("Score"), .target = KOYOMI_TABLE_METRIC },
  { "part_id", KOYOMI_FIELD_REF, 0, N_("Part"), .target = KOYOMI_TABLE_METRIC },
  { "weight", KOYOMI_FIELD_INT, 0, N_("Weight") },
};

static const KoyomiTable tables[KOYOMI_N_TABLES] = {
  [KOYOMI_TABLE_PLAN] = { "plan", N_("Plan"), "plans",
    plan_fields, G_N_ELEMENTS (plan_fields), KOYOMI_FIELD_INDEX (KOYOMI_PLAN_ORGANISATION) },
  [KOYOMI_TABLE_CATALOGUE] = { "catalogue", N_("Catalogue"), "catalogues",
    catalogue_fields, G_N_ELEMENTS (catalogue_fields), KOYOMI_FIELD_INDEX (KOYOMI_CATALOGUE_NAME) },
  [KOYOMI_TABLE_GROUP] = { "function_group", N_("Function group"), "groups",
    function_group_fields, G_N_ELEMENTS (function_group_fields), KOYOMI_FIELD_INDEX (KOYOMI_GROUP_NAME) },
  [KOYOMI_TABLE_FUNCTION] = { "function", N_("Function"), "functions",
    function_fields, G_N_ELEMENTS (function_fields), KOYOMI_FIELD_INDEX (KOYOMI_FUNCTION_NAME) },
  [KOYOMI_TABLE_CROSSWALK] = { "crosswalk", N_("Cross-walk"), "crosswalks",
    crosswalk_fields, G_N_ELEMENTS (crosswalk_fields), -1 },
  [KOYOMI_TABLE_DUTY] = { "duty", N_("Duty"), "duties",
    duty_fields, G_N_ELEMENTS (duty_fields), KOYOMI_FIELD_INDEX (KOYOMI_DUTY_TITLE) },
  [KOYOMI_TABLE_TEAM] = { "team", N_("Team"), "teams",
    team_fields, G_N_ELEMENTS (team_fields), KOYOMI_FIELD_INDEX (KOYOMI_TEAM_NAME) },
  [KOYOMI_TABLE_PERSON] = { "person", N_("Person"), "persons",
    person_fields, G_N_ELEMENTS (person_fields), KOYOMI_FIELD_INDEX (KOYOMI_PERSON_NAME) },
  [KOYOMI_TABLE_ATTESTATION] = { "attestation", N_("Routine record"), "attestations",
    attestation_fields, G_N_ELEMENTS (attestation_fields), -1 },
  [KOYOMI_TABLE_ASSIGNMENT] = { "assignment", N_("Assignment"), "assignments",
    assignment_fields, G_N_ELEMENTS (assignment_fields), KOYOMI_FIELD_INDEX (KOYOMI_ASSIGNMENT_LETTERS) },
  [KOYOMI_TABLE_MATURITY] = { "maturity", N_("Maturity"), "maturity",
    maturity_fields, G_N_ELEMENTS (maturity_fields), -1 },
  [KOYOMI_TABLE_ACTIVITY] = { "activity", N_("Activity"), "activities",
    activity_fields, G_N_ELEMENTS (activity_fields), KOYOMI_FIELD_INDEX (KOYOMI_ACTIVITY_TITLE) },
  [KOYOMI_TABLE_OCCURRENCE] = { "occurrence", N_("Run"), "occurrences",
    occurrence_fields, G_N_ELEMENTS (occurrence_fields), KOYOMI_FIELD_INDEX (KOYOMI_OCCURRENCE_TITLE) },
  [KOYOMI_TABLE_DEPENDENCY] = { "dependency", N_("Dependency"), "dependencies",
    dependency_fields, G_N_ELEMENTS (dependency_fields), -1 },
  [KOYOMI_TABLE_COMMITTEE] = { "committee", N_("Committee"), "committees",
    committee_fields, G_N_ELEMENTS (committee_fields), KOYOMI_FIELD_INDEX (KOYOMI_COMMITTEE_NAME) },
  [KOYOMI_TABLE_MEETING] = { "meeting", N_("Meeting"), "meetings",
    meeting_fields, G_N_ELEMENTS (meeting_fields), KOYOMI_FIELD_INDEX (KOYOMI_MEETING_TITLE) },
  [KOYOMI_TABLE_DECISION] = { "decision", N_("Decision"), "decisions",
    decision_fields, G_N_ELEMENTS (decision_fields), KOYOMI_FIELD_INDEX (KOYOMI_DECISION_TITLE) },
  [KOYOMI_TABLE_DAY_OFF] = { "day_off", N_("Company calendar day"), "days-off",
    day_off_fields, G_N_ELEMENTS (day_off_fields), KOYOMI_FIELD_INDEX (KOYOMI_DAY_OFF_NAME) },
  [KOYOMI_TABLE_INCIDENT] = { "incident", N_("Incident"), "incidents",
    incident_fields, G_N_ELEMENTS (incident_fields), KOYOMI_FIELD_INDEX (KOYOMI_INCIDENT_TITLE) },
  [KOYOMI_TABLE_INCIDENT_EVENT] = { "incident_event", N_("Timeline entry"), "incident-events",
    incident_event_fields, G_N_ELEMENTS (incident_event_fields), KOYOMI_FIELD_INDEX (KOYOMI_INCIDENT_EVENT_TEXT) },
  [KOYOMI_TABLE_INCIDENT_TASK] = { "incident_task", N_("Incident task"), "incident-tasks",
    incident_task_fields, G_N_ELEMENTS (incident_task_fields), KOYOMI_FIELD_INDEX (KOYOMI_INCIDENT_TASK_TITLE) },
  [KOYOMI_TABLE_CLOCK] = { "reporting_clock", N_("Reporting duty"), "reporting-duties",
    reporting_clock_fields, G_N_ELEMENTS (reporting_clock_fields), KOYOMI_FIELD_INDEX (KOYOMI_CLOCK_REGIME) },
  [KOYOMI_TABLE_INCIDENT_REPORT] = { "incident_report", N_("Report to an authority"), "incident-reports",
    incident_report_fields, G_N_ELEMENTS (incident_report_fields), -1 },
  [KOYOMI_TABLE_METRIC] = { "metric", N_("Metric"), "metrics",
    metric_fields, G_N_ELEMENTS (metric_fields), KOYOMI_FIELD_INDEX (KOYOMI_METRIC_NAME) },
  [KOYOMI_TABLE_METRIC_LIMIT] = { "metric_limit", N_("Metric limit"), "metric-limits",
    metric_limit_fields, G_N_ELEMENTS (metric_limit_fields), -1 },
  [KOYOMI_TABLE_METRIC_VALUE] = { "metric_value", N_("Metric value"), "metric-values",
    metric_value_fields, G_N_ELEMENTS (metric_value_fields), -1 },
  [KOYOMI_TABLE_CONTROL] = { "control", N_("Control"), "controls",
    control_fields, G_N_ELEMENTS (control_fields), KOYOMI_FIELD_INDEX (KOYOMI_CONTROL_NAME) },
  [KOYOMI_TABLE_FUNCTION_CONTROL] = { "function_control", N_("Function and control"), "function-controls",
    function_control_fields, G_N_ELEMENTS (function_control_fields), -1 },
  [KOYOMI_TABLE_AUDIT] = { "audit", N_("Audit"), "audits",
    audit_fields, G_N_ELEMENTS (audit_fields), KOYOMI_FIELD_INDEX (KOYOMI_AUDIT_TITLE) },
  [KOYOMI_TABLE_AUDIT_ITEM] = { "audit_item", N_("Audited control"), "audit-items",
    audit_item_fields, G_N_ELEMENTS (audit_item_fields), -1 },
  [KOYOMI_TABLE_FINDING] = { "finding", N_("Finding"), "findings",
    finding_fields, G_N_ELEMENTS (finding_fields), KOYOMI_FIELD_INDEX (KOYOMI_FINDING_TITLE) },
  [KOYOMI_TABLE_EVIDENCE] = { "evidence", N_("Evidence"), "evidence",
    evidence_fields, G_N_ELEMENTS (evidence_fields), KOYOMI_FIELD_INDEX (KOYOMI_EVIDENCE_TITLE) },
  [KOYOMI_TABLE_PROOF] = { "proof", N_("What evidence proves"), "proofs",
    proof_fields, G_N_ELEMENTS (proof_fields), -1 },
  [KOYOMI_TABLE_RISK] = { "risk", N_("Risk"), "risks",
    risk_fields, G_N_ELEMENTS (risk_fields), KOYOMI_FIELD_INDEX (KOYOMI_RISK_TITLE) },
  [KOYOMI_TABLE_CONTRACT] = { "contract", N_("Contract"), "contracts",
    contract_fields, G_N_ELEMENTS (contract_fields), KOYOMI_FIELD_INDEX (KOYOMI_CONTRACT_TITLE) },
  [KOYOMI_TABLE_OBLIGATION] = { "obligation", N_("Obligation"), "obligations",
    obligation_fields, G_N_ELEMENTS (obligation_fields), KOYOMI_FIELD_INDEX (KOYOMI_OBLIGATION_TITLE) },
  [KOYOMI_TABLE_POLICY] = { "policy", N_("Policy"), "policies",
    policy_fields, G_N_ELEMENTS (policy_fields), KOYOMI_FIELD_INDEX (KOYOMI_POLICY_TITLE) },
  [KOYOMI_TABLE_EXEMPTION] = { "exemption", N_("Exception"), "exceptions",
    exemption_fields, G_N_ELEMENTS (exemption_fields), KOYOMI_FIELD_INDEX (KOYOMI_EXEMPTION_TITLE) },
  [KOYOMI_TABLE_BOOKMARK] = { "bookmark", N_("Bookmark"), "bookmarks",
    bookmark_fields, G_N_ELEMENTS (bookmark_fields), KOYOMI_FIELD_INDEX (KOYOMI_BOOKMARK_NAME) },
  [KOYOMI_TABLE_WAIVER] = { "waiver", N_("Accepted breach"), "waivers",
    waiver_fields, G_N_ELEMENTS (waiver_fields), KOYOMI_FIELD_INDEX (KOYOMI_WAIVER_RULE) },
  [KOYOMI_TABLE_LETTER] = { "letter", N_("Own letter"), "letters",
    letter_fields, G_N_ELEMENTS (letter_fields), KOYOMI_FIELD_INDEX (KOYOMI_LETTER_LETTER) },
  [KOYOMI_TABLE_INCIDENT_TEMPLATE] = { "incident_template", N_("Check-list"), "incident-templates",
    incident_template_fields, G_N_ELEMENTS (incident_template_fields), KOYOMI_FIELD_INDEX (KOYOMI_INCIDENT_TEMPLATE_NAME) },
  [KOYOMI_TABLE_INCIDENT_TEMPLATE_TASK] = { "incident_template_task", N_("Task of a check-list"), "incident-template-tasks",
    incident_template_task_fields, G_N_ELEMENTS (incident_template_task_fields), KOYOMI_FIELD_INDEX (KOYOMI_INCIDENT_TEMPLATE_TASK_TITLE) },
  [KOYOMI_TABLE_INCIDENT_ITEM] = { "incident_item", N_("Text of a report"), "incident-items",
    incident_item_fields, G_N_ELEMENTS (incident_item_fields), KOYOMI_FIELD_INDEX (KOYOMI_INCIDENT_ITEM_ITEM) },
  [KOYOMI_TABLE_INCIDENT_LINK] = { "incident_link", N_("What an incident concerns"), "incident-links",
    incident_link_fields, G_N_ELEMENTS (incident_link_fields), -1 },
  [KOYOMI_TABLE_INCIDENT_PARTY] = { "incident_party", N_("Participant"), "incident-parties",
    incident_party_fields, G_N_ELEMENTS (incident_party_fields), KOYOMI_FIELD_INDEX (KOYOMI_INCIDENT_PARTY_NAME) },
  [KOYOMI_TABLE_CUSTODY] = { "custody", N_("Change of custody"), "custody",
    custody_fields, G_N_ELEMENTS (custody_fields), -1 },
  [KOYOMI_TABLE_METRIC_COMMENT] = { "metric_comment", N_("Comment on a metric"), "metric-comments",
    metric_comment_fields, G_N_ELEMENTS (metric_comment_fields), KOYOMI_FIELD_INDEX (KOYOMI_METRIC_COMMENT_TEXT) },
  [KOYOMI_TABLE_METRIC_CLOSE] = { "metric_close", N_("Closed figure"), "metric-closes",
    metric_close_fields, G_N_ELEMENTS (metric_close_fields), -1 },
  [KOYOMI_TABLE_BOARD_TILE] = { "board_tile", N_("Tile of the board page"), "board-tiles",
    board_tile_fields, G_N_ELEMENTS (board_tile_fields), -1 },
  [KOYOMI_TABLE_OBJECTIVE] = { "objective", N_("Objective"), "objectives",
    objective_fields, G_N_ELEMENTS (objective_fields), KOYOMI_FIELD_INDEX (KOYOMI_OBJECTIVE_TITLE) },
  [KOYOMI_TABLE_FINDING_DUE] = { "finding_due", N_("Change of a due date"), "finding-dues",
    finding_due_fields, G_N_ELEMENTS (finding_due_fields), -1 },
  [KOYOMI_TABLE_AGENDA_ITEM] = { "agenda_item", N_("Item of an agenda"), "agenda-items",
    agenda_item_fields, G_N_ELEMENTS (agenda_item_fields), KOYOMI_FIELD_INDEX (KOYOMI_AGENDA_ITEM_TITLE) },
  [KOYOMI_TABLE_REVIEW_INPUT] = { "review_input", N_("Input of a management review"), "review-inputs",
    review_input_fields, G_N_ELEMENTS (review_input_fields), -1 },
  [KOYOMI_TABLE_NARRATIVE] = { "narrative", N_("Text of a report"), "narratives",
    narrative_fields, G_N_ELEMENTS (narrative_fields), -1 },
  [KOYOMI_TABLE_REPORT_ISSUE] = { "report_issue", N_("Issued report"), "report-issues",
    report_issue_fields, G_N_ELEMENTS (report_issue_fields), KOYOMI_FIELD_INDEX (KOYOMI_REPORT_ISSUE_FILE_NAME) },
  [KOYOMI_TABLE_LINT_WAIVER] = { "lint_waiver", N_("Accepted finding of the readiness check"), "lint-waivers",
    lint_waiver_fields, G_N_ELEMENTS (lint_waiver_fields), -1 },
  [KOYOMI_TABLE_RISK_LEVEL] = { "risk_level", N_("Level of a risk"), "risk-levels",
    risk_level_fields, G_N_ELEMENTS (risk_level_fields), -1 },
  [KOYOMI_TABLE_METRIC_PART] = { "metric_part", N_("Part of a composite score"), "metric-parts",
    metric_part_fields, G_N_ELEMENTS (metric_part_fields), -1 },
};

const KoyomiTable *
koyomi_dictionary_get_table (KoyomiTableId id)
{
  g_return_val_if_fail (id < KOYOMI_N_TABLES, NULL);

  return &tables[id];
}

/* Returns: (nullable): the table that SQLite knows as @name. */
const KoyomiTable *
koyomi_dictionary_find_table (const char *name)
{
  for (guint i = 0; i < KOYOMI_N_TABLES; i++)
    if (strcmp (tables[i].name, name) == 0)
      return &tables[i];

  return NULL;
}

/* Returns: (nullable): the table that commands call @list_name, such as "days-off". */
const KoyomiTable *
koyomi_dictionary_find_list (const char *list_name)
{
  for (guint i = 0; i < KOYOMI_N_TABLES; i++)
    if (strcmp (tables[i].list_name, list_name) == 0)
      return &tables[i];

  return NULL;
}

KoyomiTableId
koyomi_table_get_id (const KoyomiTable *self)
{
  return self - tables;
}

/* Returns: the index of the field, or -1. */
int
koyomi_table_find_field (const KoyomiTable *self,
                         const char        *name)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (strcmp (self->fields[i].name, name) == 0)
      return i;

  return -1;
}

/* Returns: the index of the word, or -1. */
int
koyomi_field_find_word (const KoyomiField *self,
                        const char        *nick)
{
  for (guint i = 0; self->words[i].nick != NULL; i++)
    if (strcmp (self->words[i].nick, nick) == 0)
      return i;

  return -1;
}

const char *
koyomi_field_get_word_label (const KoyomiField *self,
                             gint64             index,
                             KoyomiLanguage     language)
{
  return koyomi_tr (language, self->words[index].label);
}
