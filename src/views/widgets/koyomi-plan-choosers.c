#include "koyomi-plan-choosers.h"

static GPtrArray *
list_rows (KoyomiWorkspace *workspace,
           KoyomiTableId    table)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *rows = koyomi_session_list (koyomi_workspace_get_session (workspace), table, 0, 0,
                                         koyomi_workspace_get_language (workspace), &error);

  if (rows == NULL)
    {
      g_info ("nothing to choose from: %s", error->message);
      rows = g_ptr_array_new ();
    }

  return rows;
}

static GHashTable *
index_rows (KoyomiWorkspace *workspace,
            KoyomiTableId    table)
{
  GHashTable *rows = koyomi_session_index (koyomi_workspace_get_session (workspace), table,
                                           koyomi_workspace_get_language (workspace), NULL);

  return rows != NULL ? rows : g_hash_table_new (g_int64_hash, g_int64_equal);
}

static void
append (GListStore *store,
        gint64      id,
        const char *title,
        const char *detail)
{
  g_autoptr(KoyomiChoice) choice = koyomi_choice_new (id, title, detail);

  g_list_store_append (store, choice);
}

/* Each row with the title of the one that it refers to as its detail. */
static GListStore *
load_with_parent (KoyomiWorkspace *workspace,
                  KoyomiTableId    table,
                  int              reference,
                  KoyomiTableId    parents)
{
  g_autoptr(GPtrArray) rows = list_rows (workspace, table);
  g_autoptr(GHashTable) index = index_rows (workspace, parents);
  GListStore *store = g_list_store_new (KOYOMI_TYPE_CHOICE);

  for (guint i = 0; i < rows->len; i++)
    {
      KoyomiRecord *row = g_ptr_array_index (rows, i);
      gint64 id = koyomi_record_get_int (row, reference);
      KoyomiRecord *parent = g_hash_table_lookup (index, &id);

      append (store, koyomi_record_get_id (row), koyomi_record_get_title (row),
              parent != NULL ? koyomi_record_get_title (parent) : NULL);
    }

  return store;
}

static GListStore *
load_functions (gpointer data)
{
  return load_with_parent (data, KOYOMI_TABLE_FUNCTION, KOYOMI_FUNCTION_GROUP, KOYOMI_TABLE_GROUP);
}

static GListStore *
load_activities (gpointer data)
{
  return load_with_parent (data, KOYOMI_TABLE_ACTIVITY, KOYOMI_ACTIVITY_FUNCTION, KOYOMI_TABLE_FUNCTION);
}

static GListStore *
load_people (gpointer data)
{
  return load_with_parent (data, KOYOMI_TABLE_PERSON, KOYOMI_PERSON_TEAM, KOYOMI_TABLE_TEAM);
}

static GListStore *
load_teams (gpointer data)
{
  g_autoptr(GPtrArray) rows = list_rows (data, KOYOMI_TABLE_TEAM);
  GListStore *store = g_list_store_new (KOYOMI_TYPE_CHOICE);

  for (guint i = 0; i < rows->len; i++)
    append (store, koyomi_record_get_id (g_ptr_array_index (rows, i)),
            koyomi_record_get_title (g_ptr_array_index (rows, i)), NULL);

  return store;
}

static GListStore *
load_evidence (gpointer data)
{
  g_autoptr(GPtrArray) rows = list_rows (data, KOYOMI_TABLE_EVIDENCE);
  GListStore *store = g_list_store_new (KOYOMI_TYPE_CHOICE);

  for (guint i = 0; i < rows->len; i++)
    append (store, koyomi_record_get_id (g_ptr_array_index (rows, i)), koyomi_record_get_title (g_ptr_array_index (rows, i)),
            koyomi_record_get_text (g_ptr_array_index (rows, i), KOYOMI_EVIDENCE_PLACE));

  return store;
}

/* @none: (nullable): what stands there for no row; NULL for the chooser's own word */
static void
show_row (KoyomiChooser   *self,
          KoyomiWorkspace *workspace,
          KoyomiTableId    table,
          gint64           id,
          const char      *none)
{
  g_autoptr(KoyomiRecord) row = NULL;

  if (id != 0)
    row = koyomi_session_get (koyomi_workspace_get_session (workspace), table, id, koyomi_workspace_get_language (workspace), NULL);

  koyomi_chooser_show_choice (self, id, row != NULL ? koyomi_record_get_title (row) : none);
}

GtkWidget *
koyomi_function_chooser_new (KoyomiWorkspace *workspace,
                             const char      *caption)
{
  return koyomi_chooser_new (caption, koyomi_workspace_get_language (workspace), load_functions, workspace);
}

/* @function: 0 for none yet */
void
koyomi_function_chooser_show_function (KoyomiChooser   *self,
                                       KoyomiWorkspace *workspace,
                                       gint64           function)
{
  show_row (self, workspace, KOYOMI_TABLE_FUNCTION, function, koyomi_workspace_tr (workspace, "Choose a function"));
}

GtkWidget *
koyomi_team_chooser_new (KoyomiWorkspace *workspace,
                         const char      *caption)
{
  GtkWidget *self = koyomi_chooser_new (caption, koyomi_workspace_get_language (workspace), load_teams, workspace);

  koyomi_chooser_set_none (KOYOMI_CHOOSER (self), koyomi_workspace_tr (workspace, "Whoever does the function"));

  return self;
}

/* @team: 0 for none in particular */
void
koyomi_team_chooser_show_team (KoyomiChooser   *self,
                               KoyomiWorkspace *workspace,
                               gint64           team)
{
  show_row (self, workspace, KOYOMI_TABLE_TEAM, team, NULL);
}

GtkWidget *
koyomi_person_chooser_new (KoyomiWorkspace *workspace,
                           const char      *caption)
{
  GtkWidget *self = koyomi_chooser_new (caption, koyomi_workspace_get_language (workspace), load_people, workspace);

  koyomi_chooser_set_none (KOYOMI_CHOOSER (self), koyomi_workspace_tr (workspace, "Nobody in particular"));

  return self;
}

/* @person: 0 for nobody in particular */
void
koyomi_person_chooser_show_person (KoyomiChooser   *self,
                                   KoyomiWorkspace *workspace,
                                   gint64           person)
{
  show_row (self, workspace, KOYOMI_TABLE_PERSON, person, NULL);
}

GtkWidget *
koyomi_activity_chooser_new (KoyomiWorkspace *workspace,
                             const char      *caption)
{
  return koyomi_chooser_new (caption, koyomi_workspace_get_language (workspace), load_activities, workspace);
}

GtkWidget *
koyomi_evidence_chooser_new (KoyomiWorkspace *workspace,
                             const char      *caption)
{
  return koyomi_chooser_new (caption, koyomi_workspace_get_language (workspace), load_evidence, workspace);
}

static GListStore *
load_metrics (gpointer data)
{
  g_autoptr(GPtrArray) rows = list_rows (data, KOYOMI_TABLE_METRIC);
  GListStore *store = g_list_store_new (KOYOMI_TYPE_CHOICE);

  for (guint i = 0; i < rows->len; i++)
    {
      KoyomiRecord *row = g_ptr_array_index (rows, i);

      append (store, koyomi_record_get_id (row), koyomi_record_get_title (row), koyomi_record_get_text (row, KOYOMI_METRIC_CODE));
    }

  return store;
}

GtkWidget *
koyomi_metric_chooser_new (KoyomiWorkspace *workspace,
                           const char      *caption)
{
  return koyomi_chooser_new (caption, koyomi_workspace_get_language (workspace), load_metrics, workspace);
}

/* @metric: 0 for none yet */
void
koyomi_metric_chooser_show_metric (KoyomiChooser   *self,
                                   KoyomiWorkspace *workspace,
                                   gint64           metric)
{
  show_row (self, workspace, KOYOMI_TABLE_METRIC, metric, koyomi_workspace_tr (workspace, "Choose a KPI"));
}
