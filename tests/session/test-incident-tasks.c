#include "koyomi-cell-edit.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-incident-checklist.h"
#include "koyomi-incident-tasks.h"
#include "koyomi-incident-templates.h"
#include "koyomi-incident-timeline.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

#define JA KOYOMI_LANGUAGE_JA
#define EN KOYOMI_LANGUAGE_EN

#define MINUTE G_GINT64_CONSTANT (60000)
#define HOUR   (60 * MINUTE)

typedef struct
{
  KoyomiSession *session;
  guint32        today;
  gint64         now;
  gint64         incident;
} Fixture;

static gint64
add (Fixture      *self,
     KoyomiRecord *record)
{
  g_autoptr(GError) error = NULL;
  gint64 id = koyomi_session_add (self->session, record, EN, &error);

  g_assert_no_error (error);

  return id;
}

/* An incident that was detected at @self->now, and known two hours later. */
static gint64
open_incident (Fixture *self)
{
  g_autoptr(KoyomiRecord) incident = koyomi_record_new (KOYOMI_TABLE_INCIDENT);

  koyomi_record_set_text (incident, KOYOMI_INCIDENT_NUMBER, "2026-099");
  koyomi_record_set_text (incident, KOYOMI_INCIDENT_TITLE, "試験");
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_KIND, KOYOMI_INCIDENT_KIND_INCIDENT);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_OPENED_AT, self->now + HOUR);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_DETECTED_AT, self->now);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_AWARE_AT, self->now + 2 * HOUR);

  return add (self, incident);
}

static void
set_up_in (Fixture        *self,
           KoyomiTemplate  template)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("case-%d", ++number);
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  self->today = koyomi_day_new (2026, 11, 22);
  self->now = koyomi_time_parse ("2026-11-22T01:00:00.000Z", NULL);
  koyomi_day_set_today (self->today);
  koyomi_test_plan_make (path, template, JA);
  self->session = koyomi_test_plan_open (path);
  self->incident = open_incident (self);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  set_up_in (self, KOYOMI_TEMPLATE_CRIC);
}

static void
set_up_empty (Fixture       *self,
              gconstpointer  data)
{
  set_up_in (self, KOYOMI_TEMPLATE_EMPTY);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_plan_verify (self->session);
  g_assert_finalize_object (self->session);
}

static gint64
find_row (Fixture       *self,
          KoyomiTableId  table,
          int            field,
          const char    *text)
{
  g_autoptr(GPtrArray) records = koyomi_session_list (self->session, table, 0, 0, JA, NULL);

  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (records, i), field), text))
      return koyomi_record_get_id (g_ptr_array_index (records, i));

  g_assert_not_reached ();
}

static KoyomiIncidentTasks *
load (Fixture *self,
      gint64   now)
{
  g_autoptr(GError) error = NULL;
  KoyomiIncidentTasks *tasks = koyomi_session_load_incident_tasks (self->session, self->incident, now, EN, &error);

  g_assert_no_error (error);

  return tasks;
}

static int
add_checklist (Fixture                *self,
               const char             *template,
               KoyomiChecklistSources  sources)
{
  g_autoptr(GError) error = NULL;
  gint64 id = template != NULL ? find_row (self, KOYOMI_TABLE_INCIDENT_TEMPLATE, KOYOMI_INCIDENT_TEMPLATE_CODE, template) : 0;
  int n = koyomi_incident_add_checklist (self->session, self->incident, id, sources, self->today, EN, &error);

  g_assert_no_error (error);

  return n;
}

/* Returns: (nullable): the first task of the function of that code; borrowed */
static KoyomiIncidentTask *
find_task (KoyomiIncidentTasks *tasks,
           const char          *function,
           const char          *title)
{
  for (guint i = 0; i < tasks->tasks->len; i++)
    {
      KoyomiIncidentTask *task = g_ptr_array_index (tasks->tasks, i);

      if (g_str_has_prefix (task->function_name, function) && (title == NULL || g_str_equal (koyomi_record_get_title (task->task), title)))
        return task;
    }

  return NULL;
}

/* Every duty that a function has at an incident stands there once, with the team that has R, and nothing else does. */
static void
test_duties (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) duties = koyomi_session_list (self->session, KOYOMI_TABLE_DUTY, 0, 0, EN, NULL);
  g_autoptr(GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(KoyomiIncidentTasks) tasks = NULL;
  KoyomiIncidentTask *task;

  for (guint i = 0; i < duties->len; i++)
    {
      KoyomiRecord *duty = g_ptr_array_index (duties, i);

      if (koyomi_record_get_int (duty, KOYOMI_DUTY_KIND) == KOYOMI_DUTY_KIND_AT_INCIDENT)
        g_hash_table_add (expected, g_strdup_printf ("%" G_GINT64_FORMAT " %s", koyomi_record_get_int (duty, KOYOMI_DUTY_FUNCTION),
                                                     koyomi_record_get_title (duty)));
    }

  g_assert_cmpint (add_checklist (self, NULL, KOYOMI_CHECKLIST_ALL), ==, g_hash_table_size (expected));
  g_assert_cmpuint (g_hash_table_size (expected), >, 20);

  tasks = load (self, self->now);
  g_assert_cmpuint (tasks->tasks->len, ==, g_hash_table_size (expected));
  for (guint i = 0; i < tasks->tasks->len; i++)
    {
      g_autofree char *key = NULL;

      task = g_ptr_array_index (tasks->tasks, i);
      key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", task->function, koyomi_record_get_title (task->task));
      g_assert_true (g_hash_table_contains (expected, key));
      g_assert_cmpstr (task->team, !=, "");
      g_assert_cmpint (task->state, ==, KOYOMI_TASK_OPEN);
      g_assert_cmpint (koyomi_record_get_int (task->task, KOYOMI_INCIDENT_TASK_POSITION), ==, i + 1);
    }

  /* Of the two teams that have R for the CSIRT, the one on the left. */
  task = find_task (tasks, "17 ", NULL);
  g_assert_cmpstr (task->team, ==, "CSIRT lead");
  g_assert_cmpstr (find_task (tasks, "18 ", NULL)->team, ==, "SOC staff");

  g_assert_cmpint (add_checklist (self, NULL, KOYOMI_CHECKLIST_ALL), ==, 0);
}

static void
set_letters (Fixture    *self,
             const char *function,
             const char *team,
             const char *letters,
             guint32     from,
             guint32     to)
{
  g_autoptr(KoyomiRecord) assignment = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);

  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION, find_row (self, KOYOMI_TABLE_FUNCTION, KOYOMI_FUNCTION_NAME, function));
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM, find_row (self, KOYOMI_TABLE_TEAM, KOYOMI_TEAM_CODE, team));
  koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, letters);
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FROM_DAY, from);
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TO_DAY, to);
  add (self, assignment);
}

static void
clear_assignments (Fixture    *self,
                   const char *function)
{
  gint64 id = find_row (self, KOYOMI_TABLE_FUNCTION, KOYOMI_FUNCTION_NAME, function);
  g_autoptr(GPtrArray) assignments = koyomi_session_list (self->session, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_FUNCTION, id, JA, NULL);

  for (guint i = 0; i < assignments->len; i++)
    g_assert_true (koyomi_session_remove (self->session, KOYOMI_TABLE_ASSIGNMENT,
                                          koyomi_record_get_id (g_ptr_array_index (assignments, i)), EN, NULL));
}

static void
retire_team (Fixture    *self,
             const char *code)
{
  g_autoptr(KoyomiRecord) team = koyomi_session_get (self->session, KOYOMI_TABLE_TEAM,
                                                     find_row (self, KOYOMI_TABLE_TEAM, KOYOMI_TEAM_CODE, code), JA, NULL);

  koyomi_record_set_int (team, KOYOMI_TEAM_ACTIVE_TO, self->today - 1);
  g_assert_true (koyomi_session_save (self->session, team, EN, NULL));
}

/* The matrix of the day counts: letters of other days, and teams that are gone, do not. */
static void
test_matrix (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiIncidentTasks) tasks = NULL;

  clear_assignments (self, "SOC");
  set_letters (self, "SOC", "SO", "R", 0, self->today - 1);
  set_letters (self, "SOC", "SYS", "R", self->today + 1, 0);
  set_letters (self, "SOC", "ADM", "A", 0, 0);
  set_letters (self, "SOC", "NET", "CR", self->today, self->today);
  clear_assignments (self, "通信監視");
  set_letters (self, "通信監視", "ADM", "A", 0, 0);
  set_letters (self, "通信監視", "SOC", "I", 0, 0);
  clear_assignments (self, "DB構成管理");
  set_letters (self, "DB構成管理", "HR", "R", 0, 0);
  set_letters (self, "DB構成管理", "SO", "C", 0, 0);
  retire_team (self, "HR");

  add_checklist (self, NULL, KOYOMI_CHECKLIST_DUTIES);
  tasks = load (self, self->now);
  g_assert_cmpstr (find_task (tasks, "18 ", NULL)->team, ==, "Network administrators");
  g_assert_cmpstr (find_task (tasks, "26 ", NULL)->team, ==, "System administrators");
  g_assert_cmpstr (find_task (tasks, "23 ", NULL)->team, ==, "");
}

/* The person who is named for it is proposed. */
static void
test_owner (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiRecord) person = koyomi_record_new (KOYOMI_TABLE_PERSON);
  g_autoptr(KoyomiRecord) assignment = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);
  gint64 soc = find_row (self, KOYOMI_TABLE_TEAM, KOYOMI_TEAM_CODE, "SOC");
  g_autoptr(KoyomiIncidentTasks) tasks = NULL;

  koyomi_record_set_int (person, KOYOMI_PERSON_TEAM, soc);
  koyomi_record_set_text (person, KOYOMI_PERSON_NAME, "例示 花子");
  add (self, person);
  clear_assignments (self, "SOC");
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION, find_row (self, KOYOMI_TABLE_FUNCTION, KOYOMI_FUNCTION_NAME, "SOC"));
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM, soc);
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_PERSON, koyomi_record_get_id (person));
  koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, "R");
  add (self, assignment);

  add_checklist (self, NULL, KOYOMI_CHECKLIST_DUTIES);
  tasks = load (self, self->now);
  g_assert_cmpstr (koyomi_record_get_text (find_task (tasks, "18 ", NULL)->task, KOYOMI_INCIDENT_TASK_OWNER), ==, "例示 花子");
}

static void
test_template (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(KoyomiIncidentTasks) tasks = NULL;
  g_autoptr(KoyomiRecord) incident = NULL;
  g_autoptr(KoyomiRecord) japanese = NULL;
  KoyomiRecord *first;

  g_assert_cmpint (add_checklist (self, "missent", KOYOMI_CHECKLIST_TEMPLATE), ==, 9);
  tasks = load (self, self->now);
  first = ((KoyomiIncidentTask *) g_ptr_array_index (tasks->tasks, 0))->task;
  g_assert_cmpstr (koyomi_record_get_title (first), ==, "Establish time, recipients, subject, attachments and what they hold");
  g_assert_cmpint (koyomi_record_get_int (first, KOYOMI_INCIDENT_TASK_DUE_AT), ==, self->now + HOUR);
  g_assert_cmpstr (((KoyomiIncidentTask *) g_ptr_array_index (tasks->tasks, 0))->team, ==, "CSIRT lead");
  g_assert_cmpint (koyomi_record_get_int (((KoyomiIncidentTask *) g_ptr_array_index (tasks->tasks, 4))->task, KOYOMI_INCIDENT_TASK_DUE_AT),
                   ==, self->now + 26 * HOUR);
  japanese = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT_TASK, koyomi_record_get_id (first), JA, NULL);
  g_assert_cmpstr (koyomi_record_get_title (japanese), ==, "送信日時・宛先・件名・添付と含まれる情報を確かめる");

  incident = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT, self->incident, JA, NULL);
  g_assert_cmpstr (koyomi_record_get_text (incident, KOYOMI_INCIDENT_TEMPLATE), ==, "missent");
  g_assert_cmpint (add_checklist (self, "missent", KOYOMI_CHECKLIST_TEMPLATE), ==, 0);
  g_assert_cmpint (add_checklist (self, NULL, KOYOMI_CHECKLIST_ALL), >, 20);
}

static gint64
get_id (KoyomiIncidentTasks *tasks,
        guint                i)
{
  return koyomi_record_get_id (((KoyomiIncidentTask *) g_ptr_array_index (tasks->tasks, i))->task);
}

static KoyomiTaskState
get_state (KoyomiIncidentTasks *tasks,
           guint                i)
{
  return ((KoyomiIncidentTask *) g_ptr_array_index (tasks->tasks, i))->state;
}

static char *
get_last_entry (Fixture        *self,
                KoyomiLanguage  language)
{
  g_autoptr(GPtrArray) entries = koyomi_session_load_timeline (self->session, self->incident, KOYOMI_TIMELINE_NEWEST_FIRST, language, NULL);

  return g_strdup (entries->len > 0 ? koyomi_record_get_title (g_ptr_array_index (entries, 0)) : "");
}

static void
test_states (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiIncidentTasks) before = NULL;
  g_autoptr(KoyomiIncidentTasks) after = NULL;
  g_autoptr(GPtrArray) open = NULL;
  g_autofree char *entry = NULL;
  g_autoptr(GError) error = NULL;
  gint64 ids[3];

  add_checklist (self, "missent", KOYOMI_CHECKLIST_TEMPLATE);
  before = load (self, self->now + HOUR);
  g_assert_cmpuint (before->counts[KOYOMI_TASK_OPEN], ==, 9);
  for (guint i = 0; i < 3; i++)
    ids[i] = get_id (before, i);

  g_assert_true (koyomi_incident_tasks_tick (self->session, &ids[0], 1, self->now + HOUR, NULL, EN, &error));
  g_assert_true (koyomi_incident_tasks_tick (self->session, &ids[1], 1, self->now + HOUR + 1, "架空 一郎", EN, &error));
  g_assert_true (koyomi_incident_tasks_waive (self->session, &ids[2], 1, "取引先が削除済み", self->now + 2 * HOUR, EN, &error));
  g_assert_no_error (error);

  after = load (self, self->now + 9 * HOUR);
  g_assert_cmpint (get_state (after, 0), ==, KOYOMI_TASK_DONE);
  g_assert_cmpint (get_state (after, 1), ==, KOYOMI_TASK_DONE_LATE);
  g_assert_cmpint (get_state (after, 2), ==, KOYOMI_TASK_WAIVED);
  g_assert_cmpint (get_state (after, 3), ==, KOYOMI_TASK_LATE);
  g_assert_cmpint (get_state (after, 4), ==, KOYOMI_TASK_OPEN);
  open = koyomi_incident_tasks_list_open (after);
  g_assert_cmpuint (open->len, ==, 6);
  entry = get_last_entry (self, JA);
  g_assert_cmpstr (entry, ==, "対応作業を実施しないことにした: 誤送信先へ削除を依頼し、削除したとの返信を得る");

  /* The one that was left out is done after all. */
  g_assert_true (koyomi_incident_tasks_tick (self->session, &ids[2], 1, self->now + 3 * HOUR, NULL, EN, &error));
  g_assert_true (koyomi_incident_tasks_untick (self->session, ids, 2, self->now + 4 * HOUR, EN, &error));
  g_clear_pointer (&after, koyomi_incident_tasks_free);
  after = load (self, self->now);
  g_assert_cmpint (get_state (after, 0), ==, KOYOMI_TASK_OPEN);
  g_assert_cmpint (get_state (after, 2), ==, KOYOMI_TASK_DONE);
  g_assert_cmpstr (koyomi_record_get_text (((KoyomiIncidentTask *) g_ptr_array_index (after->tasks, 2))->task, KOYOMI_INCIDENT_TASK_WAIVED),
                   ==, "");
}

static void
test_refusals (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(KoyomiRecord) task = koyomi_record_new (KOYOMI_TABLE_INCIDENT_TASK);
  g_autoptr(GError) error = NULL;
  gint64 id;

  koyomi_record_set_int (task, KOYOMI_INCIDENT_TASK_INCIDENT, self->incident);
  koyomi_record_set_text (task, KOYOMI_INCIDENT_TASK_TITLE, " ");
  g_assert_cmpint (koyomi_incident_task_add (self->session, task, EN, &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);

  koyomi_record_set_text (task, KOYOMI_INCIDENT_TASK_TITLE, "同種事象の全社調査");
  id = koyomi_incident_task_add (self->session, task, EN, &error);
  g_assert_no_error (error);
  g_assert_false (koyomi_incident_tasks_waive (self->session, &id, 1, "　", self->now, EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
}

/* Each edit is a step that can be taken back, and leaves nothing behind. */
static void
test_undo (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *start = koyomi_test_content_hash (self->session);
  g_autofree char *end = NULL;
  g_autoptr(KoyomiIncidentTasks) tasks = NULL;
  g_autoptr(GError) error = NULL;
  gint64 ids[2];

  add_checklist (self, "ddos", KOYOMI_CHECKLIST_ALL);
  tasks = load (self, self->now);
  ids[0] = get_id (tasks, 1);
  ids[1] = get_id (tasks, 0);
  g_assert_true (koyomi_incident_tasks_tick (self->session, ids, 2, self->now, NULL, EN, &error));
  g_assert_true (koyomi_incident_tasks_reorder (self->session, ids, 2, EN, &error));
  g_assert_true (koyomi_incident_tasks_remove (self->session, ids, 2, EN, &error));
  g_assert_no_error (error);

  for (guint i = 0; i < 4; i++)
    g_assert_true (koyomi_session_undo (self->session, &error));
  end = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (end, ==, start);
}

static void
test_edits (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiIncidentTasks) tasks = NULL;
  g_autoptr(KoyomiIncidentTasks) changed = NULL;
  g_autoptr(KoyomiRecord) task = NULL;
  g_autoptr(GError) error = NULL;
  gint64 ids[3];

  add_checklist (self, "missent", KOYOMI_CHECKLIST_TEMPLATE);
  tasks = load (self, self->now);
  for (guint i = 0; i < 3; i++)
    ids[i] = get_id (tasks, 2 - i);
  g_assert_true (koyomi_incident_tasks_reorder (self->session, ids, 3, EN, &error));

  task = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT_TASK, ids[0], JA, NULL);
  koyomi_record_set_int (task, KOYOMI_INCIDENT_TASK_DUE_AT, self->now + 5 * HOUR);
  koyomi_record_set_text (task, KOYOMI_INCIDENT_TASK_OWNER, "架空 一郎");
  g_assert_true (koyomi_incident_task_save (self->session, task, EN, &error));
  g_assert_no_error (error);

  changed = load (self, self->now);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (get_id (changed, i), ==, ids[i]);
  g_assert_cmpint (koyomi_record_get_int (((KoyomiIncidentTask *) g_ptr_array_index (changed->tasks, 0))->task,
                                          KOYOMI_INCIDENT_TASK_DUE_AT), ==, self->now + 5 * HOUR);
}

static void
test_edit_templates (Fixture       *self,
                     gconstpointer  data)
{
  gint64 like = find_row (self, KOYOMI_TABLE_INCIDENT_TEMPLATE, KOYOMI_INCIDENT_TEMPLATE_CODE, "ddos");
  g_autoptr(KoyomiRecord) task = koyomi_record_new (KOYOMI_TABLE_INCIDENT_TEMPLATE_TASK);
  g_autoptr(GPtrArray) templates = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = koyomi_incident_template_create (self->session, "フィッシング", like, EN, &error);
  KoyomiIncidentTemplate *own;

  g_assert_no_error (error);
  koyomi_record_set_int (task, KOYOMI_INCIDENT_TEMPLATE_TASK_TEMPLATE, id);
  koyomi_record_set_text (task, KOYOMI_INCIDENT_TEMPLATE_TASK_TITLE, "URLを遮断する");
  koyomi_record_set_int (task, KOYOMI_INCIDENT_TEMPLATE_TASK_ANCHOR, KOYOMI_ANCHOR_OPENED);
  koyomi_record_set_int (task, KOYOMI_INCIDENT_TEMPLATE_TASK_OFFSET_MINUTES, 90);
  koyomi_incident_template_add_task (self->session, task, EN, &error);
  g_assert_no_error (error);

  templates = koyomi_session_load_incident_templates (self->session, EN, &error);
  g_assert_cmpuint (templates->len, ==, 8);
  own = g_ptr_array_index (templates, 7);
  g_assert_cmpint (koyomi_record_get_id (own->template), ==, id);
  g_assert_cmpuint (own->tasks->len, ==, 13);
  g_assert_cmpstr (koyomi_record_get_title (g_ptr_array_index (own->tasks, 0)), ==, "Establish start, target, kind and volume");

  g_assert_cmpint (koyomi_incident_add_checklist (self->session, self->incident, id, KOYOMI_CHECKLIST_TEMPLATE, self->today, EN, &error),
                   ==, 13);
  {
    g_autoptr(KoyomiIncidentTasks) tasks = load (self, self->now);

    g_assert_cmpint (koyomi_record_get_int (((KoyomiIncidentTask *) g_ptr_array_index (tasks->tasks, 12))->task,
                                            KOYOMI_INCIDENT_TASK_DUE_AT), ==, self->now + HOUR + 90 * MINUTE);
  }
  g_assert_true (koyomi_session_remove (self->session, KOYOMI_TABLE_INCIDENT_TEMPLATE, id, EN, &error));
}

/* Templates that were deleted come back as they were; what was changed stays changed. */
static void
test_restore (Fixture       *self,
              gconstpointer  data)
{
  static const char * const codes[] = { "ddos", "insider" };
  g_autoptr(GPtrArray) before = koyomi_session_load_incident_templates (self->session, JA, NULL);
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_true (koyomi_session_remove (self->session, KOYOMI_TABLE_INCIDENT_TEMPLATE,
                                          find_row (self, KOYOMI_TABLE_INCIDENT_TEMPLATE, KOYOMI_INCIDENT_TEMPLATE_CODE, codes[i]), EN, NULL));

  g_assert_cmpint (koyomi_incident_templates_restore (self->session, EN, &error), ==, 2);
  g_assert_cmpint (koyomi_incident_templates_restore (self->session, EN, &error), ==, 0);
  g_assert_no_error (error);

  after = koyomi_session_load_incident_templates (self->session, JA, NULL);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < before->len; i++)
    {
      KoyomiIncidentTemplate *old = g_ptr_array_index (before, i);
      KoyomiIncidentTemplate *new = g_ptr_array_index (after, i);

      g_assert_cmpstr (koyomi_record_get_title (new->template), ==, koyomi_record_get_title (old->template));
      g_assert_cmpuint (new->tasks->len, ==, old->tasks->len);
      for (guint j = 0; j < old->tasks->len; j++)
        for (int field = KOYOMI_INCIDENT_TEMPLATE_TASK_FUNCTION; field <= KOYOMI_INCIDENT_TEMPLATE_TASK_OFFSET_MINUTES; field++)
          {
            g_autofree char *left = koyomi_record_format (g_ptr_array_index (old->tasks, j), field, EN);
            g_autofree char *right = koyomi_record_format (g_ptr_array_index (new->tasks, j), field, EN);

            g_assert_cmpstr (right, ==, left);
          }
    }
}

/* A plan without functions has check-lists all the same; nobody is named. */
static void
test_empty_plan (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(KoyomiIncidentTasks) tasks = NULL;

  g_assert_cmpint (add_checklist (self, "ransomware", KOYOMI_CHECKLIST_ALL), ==, 14);
  tasks = load (self, self->now);
  for (guint i = 0; i < tasks->tasks->len; i++)
    g_assert_cmpstr (((KoyomiIncidentTask *) g_ptr_array_index (tasks->tasks, i))->team, ==, "");
}

#define ADD(name, test) g_test_add ("/session/incident-tasks/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("every-duty-at-an-incident-is-a-task-once", test_duties);
  ADD ("team-is-the-one-of-the-days-matrix", test_matrix);
  ADD ("person-of-the-matrix-is-proposed", test_owner);
  ADD ("template-gives-tasks-with-due-times", test_template);
  ADD ("tasks-are-ticked-left-out-and-opened-again", test_states);
  ADD ("nothing-without-title-or-reason", test_refusals);
  ADD ("each-edit-is-taken-back-whole", test_undo);
  ADD ("order-due-time-and-owner-change", test_edits);
  ADD ("templates-are-edited", test_edit_templates);
  ADD ("usual-templates-come-back", test_restore);
  g_test_add ("/session/incident-tasks/plan-without-functions-has-them", Fixture, NULL, set_up_empty, test_empty_plan, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
