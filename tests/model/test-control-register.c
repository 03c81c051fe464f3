#include "koyomi-audit-programme.h"
#include "koyomi-control-register.h"
#include "koyomi-day.h"
#include "koyomi-test-facts.h"

#define TODAY koyomi_day_new (2026, 11, 22)

static const char base[] =
  "function f name=Backups\n"
  "control c82 code=8.2 kind=clause\n"
  "control a82 code=8.2 kind=annex-a applicable=1 status=done reason=x\n"
  "control a813 code=8.13 kind=annex-a applicable=1 status=done reason=x\n"
  "control a830 code=8.30 kind=annex-a applicable=0 status=none reason=x\n"
  "function_control fr function_id=f control_id=a813\n"
  "evidence e title=Record added_day=T+0 effective_day=T-395\n";

static KoyomiControlLine *
find_line (GPtrArray  *lines,
           const char *code,
           guint       skip)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (koyomi_record_get_text (((KoyomiControlLine *) g_ptr_array_index (lines, i))->control, KOYOMI_CONTROL_CODE), code) &&
        skip-- == 0)
      return g_ptr_array_index (lines, i);

  g_assert_not_reached ();
}

static GPtrArray *
make (const char *more)
{
  g_autoptr(KoyomiTestFacts) plan = koyomi_test_facts_new (TODAY);
  g_autoptr(KoyomiPlanFacts) facts = NULL;

  koyomi_test_facts_tell (plan, base);
  koyomi_test_facts_tell (plan, more);
  facts = koyomi_test_facts_make (plan);

  return koyomi_control_register_make (facts);
}

/* Evidence belongs to a control as such, or by a run, a finding or an incident. */
static void
test_evidence (void)
{
  static const struct
  {
    const char         *told;
    KoyomiFreshness     freshness;
    KoyomiControlState  state;
  } cases[] = {
    { "", KOYOMI_FRESHNESS_NONE, KOYOMI_CONTROL_STATE_NONE },
    { "proof p evidence_id=e control_id=a813", KOYOMI_FRESHNESS_FRESH, KOYOMI_CONTROL_STATE_GOOD },
    { "evidence e effective_day=T-396;proof p evidence_id=e control_id=a813", KOYOMI_FRESHNESS_OLD, KOYOMI_CONTROL_STATE_PARTLY },
    { "control a813 fresh_days=30;proof p evidence_id=e control_id=a813", KOYOMI_FRESHNESS_OLD, KOYOMI_CONTROL_STATE_PARTLY },
    { "evidence e expires_day=T+0 effective_day=T-900;proof p evidence_id=e control_id=a813", KOYOMI_FRESHNESS_FRESH,
      KOYOMI_CONTROL_STATE_GOOD },
    { "evidence e expires_day=T-1 effective_day=T-9;proof p evidence_id=e control_id=a813", KOYOMI_FRESHNESS_OLD, KOYOMI_CONTROL_STATE_PARTLY },
    { "control a813 status=partial;proof p evidence_id=e control_id=a813", KOYOMI_FRESHNESS_FRESH, KOYOMI_CONTROL_STATE_PARTLY },
    { "activity x clause=8.13 function_id=f;occurrence o activity_id=x;proof p evidence_id=e occurrence_id=o", KOYOMI_FRESHNESS_FRESH,
      KOYOMI_CONTROL_STATE_GOOD },
    { "finding x control_id=a813;proof p evidence_id=e finding_id=x", KOYOMI_FRESHNESS_FRESH, KOYOMI_CONTROL_STATE_GOOD },
    { "incident i title=x;incident_link l incident_id=i control_id=a813;proof p evidence_id=e incident_id=i", KOYOMI_FRESHNESS_FRESH,
      KOYOMI_CONTROL_STATE_GOOD },
    { "proof p evidence_id=e control_id=a82", KOYOMI_FRESHNESS_NONE, KOYOMI_CONTROL_STATE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) lines = make (cases[i].told);
      KoyomiControlLine *line = find_line (lines, "8.13", 0);

      g_test_message ("%s", cases[i].told);
      g_assert_cmpint (line->freshness, ==, cases[i].freshness);
      g_assert_cmpint (line->state, ==, cases[i].state);
    }
}

static void
test_gaps (void)
{
  static const struct
  {
    const char       *told;
    const char       *code;
    KoyomiControlGap  gaps;
  } cases[] = {
    { "proof p evidence_id=e control_id=a813", "8.13", 0 },
    { "", "8.13", KOYOMI_CONTROL_GAP_EVIDENCE },
    { "control a813 reason=", "8.13", KOYOMI_CONTROL_GAP_EVIDENCE | KOYOMI_CONTROL_GAP_REASON },
    { "control a813 status=none", "8.13", KOYOMI_CONTROL_GAP_STATUS },
    { "control a813 status=planned", "8.13", 0 },
    { "function f retired=1;control a813 status=planned", "8.13", KOYOMI_CONTROL_GAP_FUNCTION },
    { "", "8.30", 0 },
    { "control a830 reason=", "8.30", KOYOMI_CONTROL_GAP_REASON },
    { "proof p evidence_id=e control_id=a813;evidence e effective_day=T-396", "8.13", KOYOMI_CONTROL_GAP_OLD_EVIDENCE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) lines = make (cases[i].told);

      g_test_message ("%s", cases[i].told);
      g_assert_cmpint (find_line (lines, cases[i].code, 0)->gaps, ==, cases[i].gaps);
    }
  for (guint i = 0; i < KOYOMI_N_CONTROL_GAPS; i++)
    g_assert_nonnull (koyomi_control_gap_get_sentence (1 << i, KOYOMI_LANGUAGE_JA));
}

/* 8.2 is a clause and a control: whose function fulfils the control means that. */
static void
test_clauses (void)
{
  g_autoptr(GPtrArray) clause = make ("activity x clause=8.2 function_id=f");
  g_autoptr(GPtrArray) control = make ("activity x clause=A.8.2 function_id=f");
  g_autoptr(GPtrArray) own = make ("function_control fp function_id=f control_id=a82;activity x clause=8.2 function_id=f");

  g_assert_cmpuint (find_line (clause, "8.2", 0)->activities->len, ==, 1);
  g_assert_cmpuint (find_line (clause, "8.2", 1)->activities->len, ==, 0);
  g_assert_cmpuint (find_line (control, "8.2", 1)->activities->len, ==, 1);
  g_assert_cmpuint (find_line (own, "8.2", 1)->activities->len, ==, 1);
  g_assert_cmpuint (find_line (own, "8.2", 1)->functions->len, ==, 1);
}

static void
test_counts (void)
{
  g_autoptr(GPtrArray) lines = make ("finding x control_id=a813 status=open;finding y control_id=a813 status=closed;"
                                     "exemption e control_id=a813 first_day=T+0;exemption g control_id=a813 first_day=T+1;"
                                     "exemption h control_id=a813 first_day=T-9 last_day=T-1;"
                                     "audit a last_day=T-5 status=done;audit_item i audit_id=a control_id=a813 result=conform;"
                                     "audit b last_day=T-2 status=done;audit_item j audit_id=b control_id=a813 result=none");
  KoyomiControlLine *line = find_line (lines, "8.13", 0);

  g_assert_cmpuint (line->n_findings, ==, 1);
  g_assert_cmpuint (line->n_exemptions, ==, 1);
  g_assert_cmpuint (line->audited_day, ==, TODAY - 5);
}

static void
test_programme (void)
{
  g_autoptr(KoyomiTestFacts) plan = koyomi_test_facts_new (TODAY);
  g_autoptr(KoyomiPlanFacts) facts = NULL;
  g_autoptr(KoyomiAuditProgramme) programme = NULL;
  KoyomiProgrammeAudit *first;
  KoyomiProgrammeLine *line;

  koyomi_test_facts_tell (plan, base);
  koyomi_test_facts_tell (plan, "audit a first_day=T-9 last_day=T-5 status=done;audit b first_day=T+200 last_day=T+300 status=planned;"
                                "audit x first_day=T-19 last_day=T-18 status=cancelled;audit old first_day=T-500 last_day=T-499 status=done;"
                                "audit_item i audit_id=a control_id=a813 result=minor;audit_item j audit_id=a control_id=c82;"
                                "audit_item k audit_id=b control_id=a813;audit_item l audit_id=x control_id=a82;"
                                "audit_item m audit_id=a control_id=a82 sampling=not-sampled;audit_item n audit_id=old control_id=a82 result=conform;"
                                "finding f1 audit_id=a status=open;finding f2 audit_id=a status=closed");
  facts = koyomi_test_facts_make (plan);
  programme = koyomi_audit_programme_make (facts, koyomi_plan_facts_get_year (facts));

  g_assert_cmpuint (programme->audits->len, ==, 2);
  first = g_ptr_array_index (programme->audits, 0);
  g_assert_cmpuint (first->n_items, ==, 3);
  g_assert_cmpuint (first->n_sampled, ==, 1);
  g_assert_cmpuint (first->n_left_out, ==, 1);
  g_assert_cmpuint (first->n_findings, ==, 2);
  g_assert_cmpuint (first->n_open, ==, 1);
  g_assert_false (first->is_in_calendar);

  g_assert_cmpuint (programme->n_gaps, ==, 2);
  line = g_ptr_array_index (programme->lines, 0);
  g_assert_cmpint (line->years[0], ==, KOYOMI_COVERAGE_LEFT_OUT);
  g_assert_true (line->is_gap);
  line = g_ptr_array_index (programme->lines, 1);
  g_assert_cmpint (line->years[0], ==, KOYOMI_COVERAGE_LEFT_OUT);
  line = g_ptr_array_index (programme->lines, 2);
  g_assert_cmpint (line->years[0], ==, KOYOMI_COVERAGE_DONE);
  g_assert_cmpint (line->years[1], ==, KOYOMI_COVERAGE_PLANNED);
  g_assert_cmpint (line->years[2], ==, KOYOMI_COVERAGE_NONE);
  g_assert_false (line->is_gap);
  line = g_ptr_array_index (programme->lines, 3);
  g_assert_false (line->is_gap);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/control-register/evidence", test_evidence);
  g_test_add_func ("/model/control-register/gaps", test_gaps);
  g_test_add_func ("/model/control-register/clauses-and-controls", test_clauses);
  g_test_add_func ("/model/control-register/findings-and-audits", test_counts);
  g_test_add_func ("/model/control-register/programme-of-three-years", test_programme);

  return g_test_run ();
}
