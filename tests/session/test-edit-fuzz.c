#include "koyomi-activity-edit.h"
#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-run-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

#define N_EDITS 300
#define N_TRIES 3000

static const char * const rules[] = {
  "", "every=week on=mon,thu", "every=month day=31 holiday=before", "months=4,10 span=month", "every=quarter business=-2",
  "every=month weekday=2tue count=7", "every=2weeks until=2027-01-31", "every=month from=completion", "every=month", "every=century",
};

typedef struct _Fuzz Fuzz;
typedef gboolean (*CommandFunc) (Fuzz    *self,
                                 GError **error);

struct _Fuzz
{
  KoyomiSession  *session;
  GRand          *random;
  KoyomiLanguage  language;   /* of this edit */
};

static int
pick (Fuzz *self,
      int   begin,
      int   end)
{
  return g_rand_int_range (self->random, begin, end);
}

static KoyomiRecord *
pick_row (Fuzz          *self,
          KoyomiTableId  table)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list (self->session, table, 0, 0, self->language, NULL);

  return rows->len > 0 ? g_object_ref (g_ptr_array_index (rows, pick (self, 0, rows->len))) : NULL;
}

static gint64
pick_id (Fuzz          *self,
         KoyomiTableId  table)
{
  g_autoptr(KoyomiRecord) row = pick_row (self, table);

  return row != NULL ? koyomi_record_get_id (row) : 0;
}

static guint32
pick_day (Fuzz *self)
{
  return koyomi_day_new (2026, 4, 1) + pick (self, -30, 500);
}

/* A selection: a few runs, some of them twice, rarely one that is not there. */
static GArray *
pick_runs (Fuzz *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int n = pick (self, 1, 8); n > 0; n--)
    {
      gint64 id = pick (self, 0, 60) == 0 ? 12345 : pick_id (self, KOYOMI_TABLE_OCCURRENCE);

      g_array_append_val (ids, id);
    }

  return ids;
}

#define IDS(runs) (const gint64 *) (gpointer) runs->data, runs->len

static gboolean
move_runs (Fuzz    *self,
           GError **error)
{
  g_autoptr(GArray) runs = pick_runs (self);

  return koyomi_runs_move (self->session, IDS (runs), pick (self, -40, 40), self->language, error);
}

static gboolean
resize_runs (Fuzz    *self,
             GError **error)
{
  g_autoptr(GArray) runs = pick_runs (self);

  return koyomi_runs_resize (self->session, IDS (runs), pick (self, -9, 9), pick (self, -9, 9), self->language, error);
}

static gboolean
set_days (Fuzz    *self,
          GError **error)
{
  guint32 first_day = pick_day (self);

  return koyomi_run_set_days (self->session, pick_id (self, KOYOMI_TABLE_OCCURRENCE), first_day, first_day + pick (self, -2, 20),
                              self->language, error);
}

static gboolean
copy_runs (Fuzz    *self,
           GError **error)
{
  g_autoptr(GArray) runs = pick_runs (self);
  g_autoptr(GArray) copies = koyomi_runs_copy (self->session, IDS (runs), pick (self, -40, 40),
                                               g_rand_boolean (self->random) ? pick_id (self, KOYOMI_TABLE_FUNCTION) : 0,
                                               self->language, error);

  return copies != NULL;
}

static gboolean
set_status (Fuzz    *self,
            GError **error)
{
  g_autoptr(GArray) runs = pick_runs (self);

  return koyomi_runs_set_status (self->session, IDS (runs), pick (self, KOYOMI_STATUS_PLANNED, KOYOMI_STATUS_MISSED + 1), pick_day (self),
                                 pick (self, 0, 5) > 0 ? "理由" : NULL, self->language, error);
}

static gboolean
set_progress (Fuzz    *self,
              GError **error)
{
  g_autoptr(GArray) runs = pick_runs (self);

  return koyomi_runs_set_progress (self->session, IDS (runs), pick (self, -2, 104), self->language, error);
}

static gboolean
assign (Fuzz    *self,
        GError **error)
{
  g_autoptr(GArray) runs = pick_runs (self);

  return koyomi_runs_assign (self->session, IDS (runs), g_rand_boolean (self->random) ? pick_id (self, KOYOMI_TABLE_TEAM) : 0,
                             self->language, error);
}

static gboolean
delete_runs (Fuzz    *self,
             GError **error)
{
  g_autoptr(GArray) runs = pick_runs (self);

  return koyomi_runs_delete (self->session, IDS (runs), self->language, error);
}

static gboolean
create_run (Fuzz    *self,
            GError **error)
{
  guint32 first_day = pick_day (self);

  return koyomi_test_run_add (self->session, pick_id (self, KOYOMI_TABLE_FUNCTION), pick (self, 0, 6) > 0 ? "教育 Training" : " ",
                              pick (self, 0, 3), first_day, first_day + pick (self, -1, 9), self->language, error) != 0;
}

static gboolean
save (Fuzz    *self,
      GError **error)
{
  g_autoptr(KoyomiRecord) run = pick_row (self, KOYOMI_TABLE_OCCURRENCE);
  static const char * const texts[] = { "", "結果", "Result", "\xff" };

  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_TITLE, texts[pick (self, 0, 3)]);
  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_RESULT, texts[pick (self, 0, 30) == 0 ? 3 : pick (self, 0, 3)]);

  return koyomi_session_save (self->session, run, self->language, error);
}

static gboolean
add (Fuzz    *self,
     GError **error)
{
  g_autoptr(KoyomiRecord) meeting = koyomi_record_new (KOYOMI_TABLE_MEETING);

  koyomi_record_set_int (meeting, KOYOMI_MEETING_COMMITTEE, pick (self, 0, 9) == 0 ? 12345 : pick_id (self, KOYOMI_TABLE_COMMITTEE));
  koyomi_record_set_int (meeting, KOYOMI_MEETING_DAY, pick_day (self));

  return koyomi_session_add (self->session, meeting, self->language, error) != 0;
}

static gboolean
remove_row (Fuzz    *self,
            GError **error)
{
  static const KoyomiTableId tables[] = {
    KOYOMI_TABLE_MEETING, KOYOMI_TABLE_TEAM, KOYOMI_TABLE_DUTY, KOYOMI_TABLE_OCCURRENCE, KOYOMI_TABLE_EVIDENCE, KOYOMI_TABLE_PLAN,
  };
  KoyomiTableId table = tables[pick (self, 0, G_N_ELEMENTS (tables))];

  return koyomi_session_remove (self->session, table, pick_id (self, table), self->language, error);
}

static gboolean
create_activity (Fuzz    *self,
                 GError **error)
{
  g_autoptr(KoyomiRecord) activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, pick_id (self, KOYOMI_TABLE_FUNCTION));
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, "点検");
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, rules[pick (self, 0, G_N_ELEMENTS (rules))]);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, pick_day (self));
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, pick (self, 1, 6));

  return koyomi_activity_create (self->session, activity, koyomi_day_new (2026, 4, 1), koyomi_day_new (2027, 3, 31),
                                 g_rand_boolean (self->random), self->language, error) != 0;
}

static void
change_fields (Fuzz         *self,
               KoyomiRecord *activity)
{
  if (pick (self, 0, 2) == 0)
    koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, rules[pick (self, 0, G_N_ELEMENTS (rules))]);
  if (pick (self, 0, 3) == 0)
    koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, pick_day (self));
  if (pick (self, 0, 3) == 0)
    koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, pick (self, 0, 5));
  if (pick (self, 0, 3) == 0)
    koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, pick (self, 0, 9) == 0 ? "" : "診断 Scan");
  if (pick (self, 0, 5) == 0)
    koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, pick_id (self, KOYOMI_TABLE_FUNCTION));
}

/* What a change of a rule must leave alone, by key: days, status and what was done of the runs that are settled or before today. */
static GHashTable *
note_settled (Fuzz *self)
{
  g_autoptr(GPtrArray) runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  GHashTable *notes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (runs, i);
      gint64 id = koyomi_record_get_id (run);
      GString *note = g_string_new (NULL);

      if (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS) == KOYOMI_STATUS_PLANNED && !koyomi_occurrence_is_moved (run))
        {
          g_string_free (note, TRUE);
          continue;
        }

      for (int field = KOYOMI_OCCURRENCE_TEAM; field <= KOYOMI_OCCURRENCE_NOTE; field++)
        if (field != KOYOMI_OCCURRENCE_SLOT_DAY)
          {
            g_autofree char *value = koyomi_record_format (run, field, KOYOMI_LANGUAGE_EN);

            g_string_append_printf (note, "%s|", value);
          }
      g_hash_table_insert (notes, g_memdup2 (&id, sizeof id), g_string_free (note, FALSE));
    }

  return notes;
}

static void
assert_settled (Fuzz       *self,
                GHashTable *before)
{
  g_autoptr(GHashTable) after = note_settled (self);
  GHashTableIter iter;
  gpointer id, note;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &id, &note))
    g_assert_cmpstr (g_hash_table_lookup (after, id), ==, note);
}

static gboolean
change_activity (Fuzz    *self,
                 GError **error)
{
  g_autoptr(KoyomiRecord) run = pick_row (self, KOYOMI_TABLE_OCCURRENCE);
  g_autoptr(KoyomiRecord) activity = NULL;
  g_autoptr(GHashTable) settled = note_settled (self);
  KoyomiScope scope = pick (self, KOYOMI_SCOPE_THIS, KOYOMI_SCOPE_ALL + 1);
  gint64 n_before = koyomi_session_count (self->session, KOYOMI_TABLE_OCCURRENCE, NULL);
  KoyomiScopeEffect effect;
  gboolean can, did;

  activity = koyomi_session_get (self->session, KOYOMI_TABLE_ACTIVITY, koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY),
                                 self->language, NULL);
  change_fields (self, activity);
  can = koyomi_activity_preview (self->session, activity, koyomi_record_get_id (run), scope, self->language, &effect, NULL);
  did = koyomi_activity_change (self->session, activity, koyomi_record_get_id (run), scope, self->language, error);
  g_assert_true (can || !did);
  if (did)
    g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_OCCURRENCE, NULL), ==,
                     n_before - effect.n_removed + effect.n_added);
  if (did && scope != KOYOMI_SCOPE_THIS)
    assert_settled (self, settled);

  return did;
}

static gboolean
delete_activity (Fuzz    *self,
                 GError **error)
{
  g_autoptr(KoyomiRecord) run = pick_row (self, KOYOMI_TABLE_OCCURRENCE);

  return koyomi_activity_delete (self->session, koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY), koyomi_record_get_id (run),
                                 pick (self, KOYOMI_SCOPE_THIS, KOYOMI_SCOPE_ALL + 1), self->language, error);
}

static gboolean
attest (Fuzz    *self,
        GError **error)
{
  return koyomi_duty_attest (self->session, pick_id (self, KOYOMI_TABLE_DUTY), pick_day (self), pick (self, 15, 33),
                             pick (self, -1, 20), g_rand_boolean (self->random) ? "覚え書き" : NULL, self->language, error);
}

static const CommandFunc commands[] = {
  move_runs, resize_runs, set_days, copy_runs, set_status, set_progress, assign, delete_runs, create_run, save, add, remove_row,
  create_activity, change_activity, change_activity, change_activity, delete_activity, attest,
};

static gint64
get_seq (Fuzz *self)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self->session, NULL);

  return head->seq;
}

static void
assert_content (Fuzz       *self,
                const char *expected)
{
  g_autofree char *hash = koyomi_test_content_hash (self->session);

  g_assert_cmpstr (hash, ==, expected);
}

/* A run stands in its activity's row and within its own days. */
static void
assert_sound (Fuzz *self)
{
  g_autoptr(GHashTable) activities = koyomi_session_index (self->session, KOYOMI_TABLE_ACTIVITY, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(GPtrArray) runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, 0, 0, KOYOMI_LANGUAGE_JA, NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (runs, i);
      gint64 id = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY);
      KoyomiRecord *activity = g_hash_table_lookup (activities, &id);

      g_assert_cmpint (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_FUNCTION), ==,
                       koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION));
      g_assert_cmpstr (koyomi_record_get_title (activity), !=, "");
    }
}

/* Returns: whether the edit left an entry. One that was refused left nothing at all. */
static gboolean
make_edit (Fuzz       *self,
           const char *content,
           guint      *n_refused)
{
  guint kind = pick (self, 0, G_N_ELEMENTS (commands));
  g_autoptr(GError) error = NULL;
  gint64 seq = get_seq (self);

  self->language = g_rand_boolean (self->random) ? KOYOMI_LANGUAGE_JA : KOYOMI_LANGUAGE_EN;
  if (!commands[kind] (self, &error))
    {
      g_assert_nonnull (error);
      g_assert_cmpint (error->domain, ==, KOYOMI_PLAN_ERROR);
      g_assert_cmpint (error->code, !=, KOYOMI_PLAN_ERROR_FAILED);
      g_test_message ("command %u: %s", kind, error->message);
      ++*n_refused;
    }
  else
    g_assert_no_error (error);

  if (get_seq (self) != seq)
    {
      g_assert_no_error (error);
      g_assert_cmpint (get_seq (self), ==, seq + 1);
      return TRUE;
    }

  assert_content (self, content);

  return FALSE;
}

static void
test_commands (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("edit-fuzz");
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);
  g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func (g_free);
  const char *given = g_getenv ("KOYOMI_TEST_SEED");
  guint32 seed = given != NULL ? g_ascii_strtoull (given, NULL, 10) : g_random_int ();
  Fuzz self = { .random = g_rand_new_with_seed (seed) };
  guint n_refused = 0;

  /* KOYOMI_TEST_SEED=… gives the same commands again. */
  g_test_message ("seed %u", seed);
  koyomi_day_set_today (koyomi_day_new (2026, 9, 10));
  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
  self.session = koyomi_test_plan_open (path);
  g_ptr_array_add (contents, koyomi_test_content_hash (self.session));

  for (int i = 0; contents->len <= N_EDITS && i < N_TRIES; i++)
    if (make_edit (&self, g_ptr_array_index (contents, contents->len - 1), &n_refused))
      g_ptr_array_add (contents, koyomi_test_content_hash (self.session));

  g_test_message ("%u edits, %u refused", contents->len - 1, n_refused);
  g_assert_cmpuint (contents->len, ==, N_EDITS + 1);
  g_assert_cmpuint (n_refused, >, 20);
  assert_sound (&self);
  koyomi_test_plan_verify (self.session);

  for (guint i = N_EDITS; i > 0; i--)
    {
      g_autoptr(GError) error = NULL;

      koyomi_session_undo (self.session, &error);
      g_assert_no_error (error);
      assert_content (&self, g_ptr_array_index (contents, i - 1));
    }

  g_assert_finalize_object (self.session);
  g_rand_free (self.random);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add_func ("/session/edit-fuzz/300-commands-are-undone-one-by-one", test_commands);

  return koyomi_test_folder_finish (g_test_run ());
}
