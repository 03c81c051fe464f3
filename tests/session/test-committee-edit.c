#include "koyomi-committee-edit.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

typedef struct
{
  KoyomiSession *session;
  guint32        first_day;   /* of the next year, which has no meetings yet */
  guint32        last_day;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  self->first_day = koyomi_day_new (2027, 4, 1);
  self->last_day = koyomi_day_new (2028, 3, 31);
  self->session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->session);
}

static gint64
get_committee (Fixture    *self,
               const char *code)
{
  g_autoptr(GPtrArray) committees = koyomi_session_list (self->session, KOYOMI_TABLE_COMMITTEE, 0, 0, KOYOMI_LANGUAGE_JA, NULL);

  for (guint i = 0; i < committees->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (committees, i), KOYOMI_COMMITTEE_CODE), code))
      return koyomi_record_get_id (g_ptr_array_index (committees, i));

  g_assert_not_reached ();
}

static int
make (Fixture    *self,
      const char *code)
{
  g_autoptr(GError) error = NULL;
  int n_made = koyomi_committee_make_meetings (self->session, get_committee (self, code), self->first_day, self->last_day,
                                               KOYOMI_LANGUAGE_EN, &error);

  g_assert_no_error (error);

  return n_made;
}

/* Returns: (transfer full): the meetings of the committee from the first day on */
static GPtrArray *
list (Fixture        *self,
      const char     *code,
      KoyomiLanguage  language)
{
  GPtrArray *meetings = koyomi_session_list (self->session, KOYOMI_TABLE_MEETING, KOYOMI_MEETING_COMMITTEE, get_committee (self, code),
                                             language, NULL);

  while (meetings->len > 0 && koyomi_record_get_day (g_ptr_array_index (meetings, 0), KOYOMI_MEETING_DAY) < self->first_day)
    g_ptr_array_remove_index (meetings, 0);

  return meetings;
}

static char *
describe (Fixture    *self,
          const char *code)
{
  g_autoptr(GPtrArray) meetings = list (self, code, KOYOMI_LANGUAGE_JA);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < meetings->len; i++)
    {
      g_autofree char *day = koyomi_day_format (koyomi_record_get_day (g_ptr_array_index (meetings, i), KOYOMI_MEETING_DAY));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", day);
    }

  return g_string_free (text, FALSE);
}

static void
assert_days (Fixture    *self,
             const char *code,
             const char *expected)
{
  g_autofree char *days = describe (self, code);

  g_assert_cmpstr (days, ==, expected);
}

static void
change (Fixture      *self,
        KoyomiRecord *meeting,
        int           field,
        gint64        value)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, &error);

  koyomi_record_set_int (meeting, field, value);
  koyomi_edit_update (edit, meeting, &error);
  g_assert_no_error (error);
  koyomi_edit_commit (edit, "Change", &error);
  g_assert_no_error (error);
}

static void
test_makes (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *after = NULL;
  g_autoptr(KoyomiEntry) undoable = NULL;

  g_assert_cmpint (make (self, "SEC"), ==, 4);
  assert_days (self, "SEC", "2027-06-15 2027-09-15 2027-12-15 2028-03-15");
  undoable = koyomi_session_get_undoable (self->session, NULL);
  g_assert_cmpstr (undoable->label, ==, "Plan the meetings of “Security committee”");
  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    {
      g_autoptr(GPtrArray) meetings = list (self, "SEC", language);

      for (guint i = 0; i < meetings->len; i++)
        {
          KoyomiRecord *meeting = g_ptr_array_index (meetings, i);

          g_assert_cmpstr (koyomi_record_get_text (meeting, KOYOMI_MEETING_PLACE), ==,
                           language == KOYOMI_LANGUAGE_JA ? "本社 第1会議室" : "Head office, room 1");
          g_assert_cmpint (koyomi_record_get_int (meeting, KOYOMI_MEETING_START_MINUTE), ==, 600);
          g_assert_cmpint (koyomi_record_get_int (meeting, KOYOMI_MEETING_STATUS), ==, KOYOMI_MEETING_STATUS_PLANNED);
        }
    }

  g_assert_cmpint (make (self, "SEC"), ==, 0);
  assert_days (self, "SEC", "2027-06-15 2027-09-15 2027-12-15 2028-03-15");
  g_assert_cmpint (make (self, "MR"), ==, 1);
  assert_days (self, "MR", "2027-10-20");
  g_assert_cmpint (make (self, "MR"), ==, 0);

  g_assert_true (koyomi_session_undo (self->session, NULL));
  g_assert_true (koyomi_session_undo (self->session, NULL));
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

/* What was moved, cancelled or held is not made again; what was deleted is. */
static void
test_keeps (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) meetings = NULL;
  g_autoptr(KoyomiEdit) edit = NULL;

  make (self, "SEC");
  meetings = list (self, "SEC", KOYOMI_LANGUAGE_JA);
  change (self, g_ptr_array_index (meetings, 0), KOYOMI_MEETING_DAY, koyomi_day_new (2027, 7, 2));
  change (self, g_ptr_array_index (meetings, 1), KOYOMI_MEETING_STATUS, KOYOMI_MEETING_STATUS_CANCELLED);
  change (self, g_ptr_array_index (meetings, 3), KOYOMI_MEETING_DAY, self->last_day + 10);
  edit = koyomi_session_begin_edit (self->session, NULL);
  g_assert_true (koyomi_edit_delete (edit, KOYOMI_TABLE_MEETING, koyomi_record_get_id (g_ptr_array_index (meetings, 2)), NULL));
  g_assert_true (koyomi_edit_commit (edit, "Delete", NULL));

  g_assert_cmpint (make (self, "SEC"), ==, 1);
  assert_days (self, "SEC", "2027-07-02 2027-09-15 2027-12-15 2028-04-10");
}

/* The last meeting of the year before is near the first slot, but it is none of these days. */
static void
test_year_before (Fixture       *self,
                  gconstpointer  data)
{
  g_assert_cmpint (make (self, "RMC"), ==, 12);
  g_assert_cmpint (make (self, "ISMS"), ==, 12);
  g_assert_cmpint (make (self, "EXE"), ==, 12);
  assert_days (self, "EXE", "2027-04-06 2027-05-06 2027-06-01 2027-07-06 2027-08-03 2027-09-07 2027-10-05 2027-11-02 2027-12-07 "
                            "2028-01-04 2028-02-01 2028-03-07");
}

/* The year in which the sample stands has all of its meetings. */
static void
test_full_year (Fixture       *self,
                gconstpointer  data)
{
  static const char * const codes[] = { "RMC", "ISMS", "SEC", "EXE", "MR" };

  self->first_day = koyomi_day_new (2026, 4, 1);
  self->last_day = koyomi_day_new (2027, 3, 31);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpint (make (self, codes[i]), ==, 0);
}

/* Every second month stays the same months, and a committee that has never met begins with the days that are asked. */
static void
test_phase (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiRecord) committee = koyomi_record_new (KOYOMI_TABLE_COMMITTEE);
  KoyomiEdit *edit = koyomi_session_begin_edit (self->session, NULL);

  koyomi_record_set_text (committee, KOYOMI_COMMITTEE_CODE, "NEW");
  koyomi_record_set_text (committee, KOYOMI_COMMITTEE_NAME, "投資審議会");
  koyomi_record_set_text (committee, KOYOMI_COMMITTEE_RULE, "every=5months day=10");
  g_assert_true (koyomi_edit_insert (edit, committee, NULL));
  g_assert_true (koyomi_edit_commit (edit, "Committee", NULL));
  koyomi_edit_free (edit);

  g_assert_cmpint (make (self, "NEW"), ==, 3);
  assert_days (self, "NEW", "2027-04-10 2027-09-10 2028-02-10");
  self->first_day = koyomi_day_new (2028, 4, 1);
  self->last_day = koyomi_day_new (2029, 3, 31);
  g_assert_cmpint (make (self, "NEW"), ==, 2);
  assert_days (self, "NEW", "2028-07-10 2028-12-10");
}

static void
test_refuses (Fixture       *self,
              gconstpointer  data)
{
  static const char * const rules[] = { "", "every=century" };
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr(KoyomiRecord) committee = koyomi_session_get (self->session, KOYOMI_TABLE_COMMITTEE, get_committee (self, "SEC"),
                                                              KOYOMI_LANGUAGE_JA, NULL);
      g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, NULL);
      g_autoptr(GError) error = NULL;

      koyomi_record_set_text (committee, KOYOMI_COMMITTEE_RULE, rules[i]);
      g_assert_true (koyomi_edit_update (edit, committee, NULL));
      g_assert_true (koyomi_edit_commit (edit, "Rule", NULL));
      g_assert_cmpint (koyomi_committee_make_meetings (self->session, koyomi_record_get_id (committee), self->first_day,
                                                       self->last_day, KOYOMI_LANGUAGE_JA, &error), ==, -1);
      g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
    }
  after = describe (self, "SEC");
  g_assert_cmpstr (after, ==, "");
}

#define ADD(path, func) g_test_add ("/session/committee-edit/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("meetings-are-made-by-the-rule", test_makes);
  ADD ("meetings-that-are-there-stay", test_keeps);
  ADD ("meetings-of-the-year-before-are-others", test_year_before);
  ADD ("full-year-gets-none", test_full_year);
  ADD ("intervals-go-on", test_phase);
  ADD ("committee-without-a-rule-is-refused", test_refuses);

  return koyomi_test_folder_finish (g_test_run ());
}
