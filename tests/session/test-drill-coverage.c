#include "koyomi-attention.h"
#include "koyomi-day.h"
#include "koyomi-drill-coverage.h"
#include "koyomi-history.h"
#include "koyomi-record-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

#define JA KOYOMI_LANGUAGE_JA
#define EN KOYOMI_LANGUAGE_EN

typedef struct
{
  KoyomiSession *session;
  guint32        today;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->today = koyomi_day_new (2026, 11, 22);
  koyomi_day_set_today (self->today);
  self->session = koyomi_test_plan_start (KOYOMI_TEMPLATE_CRIC, JA);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->session);
}

static gint64
add (Fixture      *self,
     KoyomiRecord *record)
{
  g_autoptr(GError) error = NULL;
  gint64 id = koyomi_session_add (self->session, record, EN, &error);

  g_assert_no_error (error);

  return id;
}

static gint64
find_team (Fixture    *self,
           const char *code)
{
  g_autoptr(GPtrArray) teams = koyomi_session_list (self->session, KOYOMI_TABLE_TEAM, 0, 0, JA, NULL);

  for (guint i = 0; i < teams->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (teams, i), KOYOMI_TEAM_CODE), code))
      return koyomi_record_get_id (g_ptr_array_index (teams, i));

  g_assert_not_reached ();
}

/* @at: when it began; NULL for not yet */
static gint64
add_drill (Fixture             *self,
           const char          *number,
           const char          *at,
           KoyomiIncidentKind   kind,
           const char          *lead_team,
           guint32              next_day)
{
  g_autoptr(KoyomiRecord) drill = koyomi_record_new (KOYOMI_TABLE_INCIDENT);

  koyomi_record_set_text (drill, KOYOMI_INCIDENT_NUMBER, number);
  koyomi_record_set_text (drill, KOYOMI_INCIDENT_TITLE, "演習");
  koyomi_record_set_text (drill, KOYOMI_INCIDENT_CLASS, "malware");
  koyomi_record_set_int (drill, KOYOMI_INCIDENT_KIND, kind);
  koyomi_record_set_int (drill, KOYOMI_INCIDENT_DETECTED_AT, at != NULL ? koyomi_time_parse (at, NULL) : 0);
  koyomi_record_set_int (drill, KOYOMI_INCIDENT_TEAM, lead_team != NULL ? find_team (self, lead_team) : 0);
  koyomi_record_set_int (drill, KOYOMI_INCIDENT_NEXT_DRILL_DAY, next_day);

  return add (self, drill);
}

static void
add_party (Fixture    *self,
           gint64      drill,
           gint64      team,
           gint64      person,
           const char *name)
{
  g_autoptr(KoyomiRecord) party = koyomi_record_new (KOYOMI_TABLE_INCIDENT_PARTY);

  koyomi_record_set_int (party, KOYOMI_INCIDENT_PARTY_INCIDENT, drill);
  koyomi_record_set_int (party, KOYOMI_INCIDENT_PARTY_TEAM, team);
  koyomi_record_set_int (party, KOYOMI_INCIDENT_PARTY_PERSON, person);
  koyomi_record_set_text (party, KOYOMI_INCIDENT_PARTY_NAME, name);
  add (self, party);
}

static KoyomiDrillCoverage *
load (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  KoyomiDrillCoverage *coverage = koyomi_session_load_drill_coverage (self->session, self->today, EN, &error);

  g_assert_no_error (error);

  return coverage;
}

static KoyomiDrillCoverageRow *
get_row (KoyomiDrillCoverage *coverage,
         const char          *name)
{
  for (guint i = 0; i < coverage->rows->len; i++)
    if (g_str_equal (((KoyomiDrillCoverageRow *) g_ptr_array_index (coverage->rows, i))->name, name))
      return g_ptr_array_index (coverage->rows, i);

  return NULL;
}

/* Which drills make the SOC covered: the borders of a year, in local time. */
static void
test_year (Fixture       *self,
           gconstpointer  data)
{
  static const struct
  {
    const char          *at;
    KoyomiIncidentKind   kind;
    gboolean             is_covered;
  } cases[] = {
    { "2025-11-21T14:59:59.000Z", KOYOMI_INCIDENT_KIND_DRILL, FALSE },   /* 23:59 of the day before in Tokyo */
    { "2025-11-21T15:00:00.000Z", KOYOMI_INCIDENT_KIND_DRILL, TRUE },
    { "2026-11-22T14:59:59.000Z", KOYOMI_INCIDENT_KIND_DRILL, TRUE },
    { "2026-11-22T15:00:00.000Z", KOYOMI_INCIDENT_KIND_DRILL, FALSE },   /* tomorrow */
    { "2026-06-01T03:00:00.000Z", KOYOMI_INCIDENT_KIND_INCIDENT, FALSE },
    { "2026-06-01T03:00:00.000Z", KOYOMI_INCIDENT_KIND_NEAR_MISS, FALSE },
    { NULL, KOYOMI_INCIDENT_KIND_DRILL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 drill = add_drill (self, "2026-001", cases[i].at, cases[i].kind, NULL, 0);
      g_autoptr(KoyomiDrillCoverage) coverage = NULL;

      add_party (self, drill, find_team (self, "SOC"), 0, "");
      coverage = load (self);
      g_assert_true (get_row (coverage, "SOC staff")->is_covered == cases[i].is_covered);
      g_assert_cmpuint (coverage->n_drills, ==, cases[i].is_covered);
      g_assert_cmpuint (coverage->n_uncovered, ==, coverage->rows->len - cases[i].is_covered);
      g_assert_true (koyomi_session_remove (self->session, KOYOMI_TABLE_INCIDENT, drill, EN, NULL));
    }
}

static void
add_contract (Fixture    *self,
              const char *partner,
              guint32     last_day,
              gint64      team)
{
  g_autoptr(KoyomiRecord) contract = koyomi_record_new (KOYOMI_TABLE_CONTRACT);

  koyomi_record_set_text (contract, KOYOMI_CONTRACT_TITLE, "委託契約");
  koyomi_record_set_text (contract, KOYOMI_CONTRACT_PARTNER, partner);
  koyomi_record_set_int (contract, KOYOMI_CONTRACT_TEAM, team);
  koyomi_record_set_int (contract, KOYOMI_CONTRACT_FIRST_DAY, self->today - 400);
  koyomi_record_set_int (contract, KOYOMI_CONTRACT_LAST_DAY, last_day);
  add (self, contract);
}

/* Taken part has who leads it, whose people do, and an outsourcer by its name, in whatever width it was typed. */
static void
test_parties (Fixture       *self,
              gconstpointer  data)
{
  gint64 drill = add_drill (self, "2026-001", "2026-06-01T03:00:00.000Z", KOYOMI_INCIDENT_KIND_DRILL, "CSM", 0);
  g_autoptr(KoyomiRecord) person = koyomi_record_new (KOYOMI_TABLE_PERSON);
  g_autoptr(KoyomiDrillCoverage) coverage = NULL;
  KoyomiDrillCoverageRow *row;

  koyomi_record_set_int (person, KOYOMI_PERSON_TEAM, find_team (self, "HLP"));
  koyomi_record_set_text (person, KOYOMI_PERSON_NAME, "例示 花子");
  add (self, person);
  add_party (self, drill, 0, koyomi_record_get_id (person), "");
  add_party (self, drill, 0, 0, "ｶｸｳ運用");
  add_contract (self, "カクウ運用", self->today, 0);
  add_contract (self, "カクウ運用", 0, 0);
  add_contract (self, "例示監視", self->today - 1, 0);
  add_contract (self, "試作警備", 0, 0);
  add_contract (self, "チームの委託先", 0, find_team (self, "SOC"));

  coverage = load (self);
  g_assert_true (get_row (coverage, "CSIRT lead")->is_covered);
  g_assert_true (get_row (coverage, "Help desk")->is_covered);
  g_assert_false (get_row (coverage, "SOC staff")->is_covered);
  row = get_row (coverage, "カクウ運用");
  g_assert_true (row->is_covered && row->is_outsourced && row->team == 0);
  g_assert_cmpstr (row->last_title, ==, "2026-001 演習");
  g_assert_cmpint (row->last_drill, ==, drill);
  g_assert_false (get_row (coverage, "試作警備")->is_covered);
  g_assert_null (get_row (coverage, "例示監視"));
  g_assert_null (get_row (coverage, "チームの委託先"));
  g_assert_cmpuint (coverage->rows->len, ==, 17);
  g_assert_cmpuint (coverage->n_uncovered, ==, 14);
}

/* A next day holds until another drill of its class was held; one that has passed is late. */
static void
test_next (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(KoyomiAttention) attention = NULL;
  g_autoptr(GError) error = NULL;

  add_drill (self, "2026-001", "2026-05-01T03:00:00.000Z", KOYOMI_INCIDENT_KIND_DRILL, NULL, self->today - 1);
  add_drill (self, "2026-002", "2026-05-01T03:00:00.000Z", KOYOMI_INCIDENT_KIND_INCIDENT, NULL, self->today);
  list = koyomi_session_list_next_drills (self->session, self->today, EN, &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (((KoyomiNextDrill *) g_ptr_array_index (list, 0))->is_late);

  add_drill (self, "2026-003", "2026-09-01T03:00:00.000Z", KOYOMI_INCIDENT_KIND_DRILL, NULL, self->today + 30);
  add_drill (self, "2026-004", NULL, KOYOMI_INCIDENT_KIND_DRILL, NULL, self->today);
  after = koyomi_session_list_next_drills (self->session, self->today, EN, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpstr (((KoyomiNextDrill *) g_ptr_array_index (after, 0))->number, ==, "2026-004");
  g_assert_false (((KoyomiNextDrill *) g_ptr_array_index (after, 0))->is_late);
  g_assert_cmpstr (((KoyomiNextDrill *) g_ptr_array_index (after, 1))->number, ==, "2026-003");

  /* What needs attention has those of the days that it looks at. */
  attention = koyomi_session_load_attention (self->session, EN, &error);
  g_assert_cmpuint (attention->drills->len, ==, 1);
  g_assert_cmpstr (((KoyomiNextDrill *) g_ptr_array_index (attention->drills, 0))->number, ==, "2026-004");
}

#define ADD(name, test) g_test_add ("/session/drill-coverage/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("drills-of-the-last-year-count", test_year);
  ADD ("leaders-people-and-outsourcers-take-part", test_parties);
  ADD ("next-day-holds-until-a-drill-of-its-class", test_next);

  return koyomi_test_folder_finish (g_test_run ());
}
