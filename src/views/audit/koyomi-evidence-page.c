#include "koyomi-evidence-page.h"

#include "koyomi-control-register.h"
#include "koyomi-data-table.h"
#include "koyomi-day.h"
#include "koyomi-drop-names.h"
#include "koyomi-evidence-dialog.h"
#include "koyomi-evidence-pane.h"
#include "koyomi-evidence-register.h"
#include "koyomi-incident-evidence.h"
#include "koyomi-plan-facts-load.h"
#include "koyomi-record-edit.h"
#include "koyomi-search-escape.h"
#include "koyomi-text-fold.h"
#include "koyomi-ui.h"
#include "koyomi-work.h"

typedef enum
{
  SHOW_ALL,
  SHOW_FRESH,
  SHOW_OLD,
  SHOW_WITHOUT_PURPOSE,
  SHOW_MISSING,
} Show;

struct _KoyomiEvidencePage
{
  KoyomiAuditPane   parent_instance;

  GtkWidget        *box;
  GtkWidget        *search;
  GtkWidget        *shown;
  GtkWidget        *add_button;
  GtkWidget        *first_button;
  GtkWidget        *check_button;
  GtkWidget        *remove_button;
  GtkWidget        *paned;
  GtkWidget        *stack;
  GtkLabel         *count_label;

  KoyomiDataTable    *table;
  KoyomiDataTable    *missing;
  KoyomiEvidencePane *pane;
  GPtrArray          *lines;      /* (element-type KoyomiEvidenceLine) */
  GPtrArray          *controls;   /* (element-type KoyomiControlLine) */
  KoyomiEvidenceCheck *check;     /* what was found of the files last; NULL while nobody looked */
  char               *needle;     /* what is searched for, folded */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiEvidencePage, box),
  KOYOMI_UI_CHILD (KoyomiEvidencePage, search),
  KOYOMI_UI_CHILD (KoyomiEvidencePage, shown),
  KOYOMI_UI_CHILD (KoyomiEvidencePage, add_button),
  KOYOMI_UI_CHILD (KoyomiEvidencePage, first_button),
  KOYOMI_UI_CHILD (KoyomiEvidencePage, check_button),
  KOYOMI_UI_CHILD (KoyomiEvidencePage, remove_button),
  KOYOMI_UI_CHILD (KoyomiEvidencePage, paned),
  KOYOMI_UI_CHILD (KoyomiEvidencePage, stack),
  KOYOMI_UI_CHILD (KoyomiEvidencePage, count_label),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiEvidencePage, koyomi_evidence_page, KOYOMI_TYPE_AUDIT_PANE)

static KoyomiRecord *
get_evidence (gconstpointer row)
{
  return ((const KoyomiEvidenceLine *) row)->evidence;
}

static gint64
get_id (gconstpointer row)
{
  return koyomi_record_get_id (get_evidence (row));
}

static char *
format_title (gconstpointer  row,
              KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_title (get_evidence (row)));
}

static char *
format_proved (gconstpointer  row,
               KoyomiLanguage language)
{
  GPtrArray *proved = ((const KoyomiEvidenceLine *) row)->proved;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < proved->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (proved, i);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              koyomi_record_get_table_id (record) == KOYOMI_TABLE_CONTROL
                                ? koyomi_record_get_text (record, KOYOMI_CONTROL_CODE)
                                : koyomi_tr (language, koyomi_record_get_table (record)->label));
    }

  return g_string_free (text, FALSE);
}

static char *
format_period (gconstpointer  row,
               KoyomiLanguage language)
{
  guint32 first = koyomi_record_get_day (get_evidence (row), KOYOMI_EVIDENCE_PERIOD_FIRST);
  guint32 last = koyomi_record_get_day (get_evidence (row), KOYOMI_EVIDENCE_PERIOD_LAST);
  g_autofree char *from = first != KOYOMI_DAY_NONE ? koyomi_day_format (first) : g_strdup ("");
  g_autofree char *to = last != KOYOMI_DAY_NONE ? koyomi_day_format (last) : g_strdup ("");

  return first == KOYOMI_DAY_NONE && last == KOYOMI_DAY_NONE ? g_strdup ("") : g_strdup_printf ("%s–%s", from, to);
}

static char *
format_effective (gconstpointer  row,
                  KoyomiLanguage language)
{
  guint32 day = koyomi_record_get_day (get_evidence (row), KOYOMI_EVIDENCE_EFFECTIVE_DAY);

  return day != KOYOMI_DAY_NONE ? koyomi_day_format (day) : g_strdup ("");
}

static char *
format_added (gconstpointer  row,
              KoyomiLanguage language)
{
  return koyomi_day_format (koyomi_record_get_day (get_evidence (row), KOYOMI_EVIDENCE_ADDED_DAY));
}

static char *
format_owner (gconstpointer  row,
              KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_text (get_evidence (row), KOYOMI_EVIDENCE_OWNER));
}

static char *
format_place (gconstpointer  row,
              KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_text (get_evidence (row), KOYOMI_EVIDENCE_PLACE));
}

static char *
format_fresh (gconstpointer  row,
              KoyomiLanguage language)
{
  return g_strdup (((const KoyomiEvidenceLine *) row)->is_fresh ? koyomi_tr (language, N_("Up to date")) : koyomi_tr (language, N_("Old")));
}

static const char *
get_fresh_style (gconstpointer row)
{
  return ((const KoyomiEvidenceLine *) row)->is_fresh ? "koyomi-good" : "koyomi-warned";
}

static char *
format_file (gconstpointer  row,
             KoyomiLanguage language)
{
  const KoyomiEvidenceLine *line = row;

  if (line->found != NULL)
    return g_strdup (koyomi_evidence_check_item_describe (line->found, language));

  return g_strdup (koyomi_evidence_has_hash (line->evidence) ? koyomi_tr (language, N_("Not checked")) : "");
}

static const char *
get_file_style (gconstpointer row)
{
  const KoyomiEvidenceCheckItem *found = ((const KoyomiEvidenceLine *) row)->found;

  if (found == NULL)
    return NULL;

  return koyomi_evidence_check_item_is_good (found) ? "koyomi-good" : "koyomi-bad";
}

static const KoyomiDataColumn columns[] = {
  { N_("Evidence"), format_title, NULL, NULL, 0, FALSE, 190 },
  { N_("Proves"), format_proved, NULL, NULL, 100 },
  { N_("State"), format_fresh, NULL, get_fresh_style, 114 },
  { N_("Dated"), format_effective, NULL, NULL, 94 },
  { N_("Period"), format_period, NULL, NULL, 170 },
  { N_("File"), format_file, NULL, get_file_style, 176 },
  { N_("Added"), format_added, NULL, NULL, 94 },
  { N_("Kept by"), format_owner, NULL, NULL, 100 },
  { N_("Place"), format_place, NULL, NULL, 120 },
};

static gint64
get_control_id (gconstpointer row)
{
  return koyomi_record_get_id (((const KoyomiControlLine *) row)->control);
}

static int
compare_controls (gconstpointer a,
                  gconstpointer b)
{
  gint64 left = koyomi_record_get_int (((const KoyomiControlLine *) a)->control, KOYOMI_CONTROL_POSITION);
  gint64 right = koyomi_record_get_int (((const KoyomiControlLine *) b)->control, KOYOMI_CONTROL_POSITION);

  return (left > right) - (left < right);
}

static char *
format_code (gconstpointer  row,
             KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_text (((const KoyomiControlLine *) row)->control, KOYOMI_CONTROL_CODE));
}

static char *
format_name (gconstpointer  row,
             KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_title (((const KoyomiControlLine *) row)->control));
}

static char *
format_needed (gconstpointer  row,
               KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_text (((const KoyomiControlLine *) row)->control, KOYOMI_CONTROL_EVIDENCE));
}

static const KoyomiDataColumn missing_columns[] = {
  { N_("Control"), format_code, compare_controls, NULL, 76 },
  { N_("Name"), format_name, NULL, NULL, 0 },
  { N_("Evidence that is required"), format_needed, NULL, NULL, 0 },
};

static KoyomiLanguage
get_language (KoyomiEvidencePage *self)
{
  return koyomi_audit_pane_get_language (KOYOMI_AUDIT_PANE (self));
}

static const char *tr (KoyomiEvidencePage *self,
                       const char         *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiEvidencePage *self,
    const char         *text)
{
  return koyomi_tr (get_language (self), text);
}

static Show
get_show (KoyomiEvidencePage *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->shown));
}

static gboolean
matches (KoyomiEvidencePage *self,
         const char         *text)
{
  g_autofree char *folded = koyomi_text_fold (text);

  return koyomi_text_matches (folded, self->needle);
}

static gboolean
is_wanted (gconstpointer row,
           gpointer      page)
{
  KoyomiEvidencePage *self = page;
  const KoyomiEvidenceLine *line = row;
  Show show = get_show (self);
  g_autofree char *proved = format_proved (row, get_language (self));
  g_autofree char *text = g_strjoin ("\n", koyomi_record_get_title (line->evidence), koyomi_record_get_text (line->evidence, KOYOMI_EVIDENCE_PLACE),
                                     koyomi_record_get_text (line->evidence, KOYOMI_EVIDENCE_OWNER), proved, NULL);

  return (show != SHOW_FRESH || line->is_fresh) && (show != SHOW_OLD || !line->is_fresh) &&
         (show != SHOW_WITHOUT_PURPOSE || line->proved->len == 0) && matches (self, text);
}

static gboolean
is_missing (gconstpointer row,
            gpointer      page)
{
  const KoyomiControlLine *line = row;
  g_autofree char *text = g_strjoin ("\n", koyomi_record_get_text (line->control, KOYOMI_CONTROL_CODE), koyomi_record_get_title (line->control), NULL);

  return (line->gaps & KOYOMI_CONTROL_GAP_EVIDENCE) != 0 && matches (page, text);
}

static void
show_lines (KoyomiEvidencePage *self)
{
  guint n_shown = koyomi_data_table_show (self->table, self->lines, is_wanted, self);
  guint n_missing = koyomi_data_table_show (self->missing, self->controls, is_missing, self);
  gboolean shows_missing = get_show (self) == SHOW_MISSING;
  /* Translators: how many pieces of evidence are shown, how many there are, and how many controls have none */
  g_autofree char *text = g_strdup_printf (koyomi_ntr (get_language (self), "%1$u of %2$u pieces of evidence · %3$u clause or control without",
                                                       "%1$u of %2$u pieces of evidence · %3$u clauses and controls without", n_missing),
                                           n_shown, self->lines->len, n_missing);

  gtk_label_set_label (self->count_label, text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), shows_missing ? (n_missing > 0 ? "missing" : "nothing")
                                                                        : n_shown > 0 ? "table" : self->lines->len > 0 ? "nothing" : "none");
}

static const KoyomiEvidenceLine *
find_chosen (KoyomiEvidencePage *self)
{
  gint64 id = koyomi_data_table_get_chosen (self->table);

  for (guint i = 0; get_show (self) != SHOW_MISSING && i < self->lines->len; i++)
    if (get_id (g_ptr_array_index (self->lines, i)) == id)
      return g_ptr_array_index (self->lines, i);

  return NULL;
}

static void
chosen_cb (KoyomiEvidencePage *self)
{
  const KoyomiEvidenceLine *line = find_chosen (self);

  koyomi_evidence_pane_show (self->pane, line);
  gtk_widget_set_sensitive (self->remove_button,
                            line != NULL && koyomi_workspace_can_edit (koyomi_audit_pane_get_workspace (KOYOMI_AUDIT_PANE (self))));
}

static gboolean
koyomi_evidence_page_refresh (KoyomiAuditPane  *pane,
                              GError          **error)
{
  KoyomiEvidencePage *self = KOYOMI_EVIDENCE_PAGE (pane);
  g_autoptr(KoyomiPlanFacts) facts = koyomi_session_load_plan_facts (koyomi_audit_pane_get_session (pane), koyomi_day_today (),
                                                                     get_language (self), error);

  if (facts == NULL)
    return FALSE;

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->controls, g_ptr_array_unref);
  self->lines = koyomi_evidence_register_make (facts);
  koyomi_evidence_register_take_check (self->lines, self->check);
  self->controls = koyomi_control_register_make (facts);
  show_lines (self);
  chosen_cb (self);

  return TRUE;
}

static void
filter_cb (KoyomiEvidencePage *self)
{
  g_free (self->needle);
  self->needle = koyomi_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (self->lines == NULL)
    return;

  show_lines (self);
  chosen_cb (self);
}

static void
add_cb (KoyomiEvidencePage *self)
{
  KoyomiAuditPane *pane = KOYOMI_AUDIT_PANE (self);
  gint64 control = get_show (self) == SHOW_MISSING ? koyomi_data_table_get_chosen (self->missing) : 0;

  koyomi_workspace_flush (koyomi_audit_pane_get_workspace (pane));
  koyomi_evidence_dialog_present (koyomi_audit_pane_get_window (pane), koyomi_audit_pane_get_workspace (pane), KOYOMI_PROOF_CONTROL, control);
}

static void
remove_cb (KoyomiEvidencePage *self)
{
  KoyomiAuditPane *pane = KOYOMI_AUDIT_PANE (self);
  KoyomiWorkspace *workspace = koyomi_audit_pane_get_workspace (pane);
  const KoyomiEvidenceLine *line = find_chosen (self);
  g_autoptr(GError) error = NULL;

  if (line != NULL && koyomi_workspace_can_edit (workspace) &&
      !koyomi_session_remove (koyomi_audit_pane_get_session (pane), KOYOMI_TABLE_EVIDENCE, get_id (line), get_language (self), &error))
    koyomi_workspace_fail (workspace, tr (self, N_("The evidence was not removed")), error);
}

static void
open_control_cb (KoyomiEvidencePage *self)
{
  koyomi_audit_pane_open (KOYOMI_AUDIT_PANE (self), KOYOMI_TABLE_CONTROL, koyomi_data_table_get_chosen (self->missing));
}

static void
go_to_pane (KoyomiEvidencePage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

/* All files are read again. */
typedef struct
{
  KoyomiEvidencePage  *page;
  KoyomiEvidenceCheck *check;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->page);
  g_clear_pointer (&job->check, koyomi_evidence_check_free);
  g_free (job);
}

static gboolean
check_func (gpointer             data,
            KoyomiProgressFunc   progress,
            gpointer             progress_data,
            GCancellable        *cancellable,
            GError             **error)
{
  return koyomi_evidence_check_run (((Job *) data)->check, progress, progress_data, cancellable, error);
}

static void
take_check (KoyomiEvidencePage *self,
            Job                *job)
{
  g_autofree char *text = koyomi_evidence_check_describe (job->check, get_language (self));

  koyomi_evidence_register_take_check (self->lines, job->check);
  g_clear_pointer (&self->check, koyomi_evidence_check_free);
  self->check = g_steal_pointer (&job->check);
  show_lines (self);
  chosen_cb (self);
  koyomi_workspace_tell (koyomi_audit_pane_get_workspace (KOYOMI_AUDIT_PANE (self)), text);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Job *job = data;
  KoyomiEvidencePage *self = job->page;
  KoyomiWorkspace *workspace = koyomi_audit_pane_get_workspace (KOYOMI_AUDIT_PANE (self));
  g_autoptr(GError) error = NULL;

  if (workspace == NULL)
    return;

  if (koyomi_work_finish (result, &error))
    take_check (self, job);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    koyomi_workspace_fail (workspace, tr (self, N_("The evidence was not checked")), error);
}

static void
run_check (KoyomiEvidencePage  *self,
           KoyomiEvidenceCheck *check)
{
  Job *job = g_new0 (Job, 1);

  job->page = g_object_ref (self);
  job->check = check;
  koyomi_work_run (koyomi_audit_pane_get_window (KOYOMI_AUDIT_PANE (self)), get_language (self), tr (self, N_("Checking the evidence")), check_func,
                   job, free_job, checked_cb, job);
}

static void
check_cb (KoyomiEvidencePage *self)
{
  KoyomiAuditPane *pane = KOYOMI_AUDIT_PANE (self);
  KoyomiWorkspace *workspace = koyomi_audit_pane_get_workspace (pane);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEvidenceCheck) check = NULL;

  koyomi_workspace_flush (workspace);
  check = koyomi_session_begin_evidence_check (koyomi_audit_pane_get_session (pane), 0, get_language (self), &error);
  if (check == NULL)
    koyomi_workspace_fail (workspace, tr (self, N_("The evidence was not checked")), error);
  else if (check->items->len == 0)
    koyomi_workspace_tell (workspace, tr (self, N_("No evidence is a file with a SHA-256.")));
  else
    run_check (self, g_steal_pointer (&check));
}

static gboolean
koyomi_evidence_page_grab_focus (GtkWidget *widget)
{
  KoyomiEvidencePage *self = KOYOMI_EVIDENCE_PAGE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (get_show (self) == SHOW_MISSING ? self->missing : self->table));
}

static void
koyomi_evidence_page_dispose (GObject *object)
{
  KoyomiEvidencePage *self = KOYOMI_EVIDENCE_PAGE (object);

  koyomi_ui_clear (object, children);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->controls, g_ptr_array_unref);
  g_clear_pointer (&self->check, koyomi_evidence_check_free);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (koyomi_evidence_page_parent_class)->dispose (object);
}

static void
koyomi_evidence_page_class_init (KoyomiEvidencePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_evidence_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = koyomi_evidence_page_grab_focus;
  KOYOMI_AUDIT_PANE_CLASS (klass)->refresh = koyomi_evidence_page_refresh;
}

static void
koyomi_evidence_page_init (KoyomiEvidencePage *self)
{
  self->needle = g_strdup ("");
}

static void
offer_shown (KoyomiEvidencePage *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, tr (self, N_("All evidence")));
  gtk_string_list_append (names, tr (self, N_("Up to date")));
  gtk_string_list_append (names, tr (self, N_("Old")));
  gtk_string_list_append (names, tr (self, N_("Proves nothing")));
  gtk_string_list_append (names, tr (self, N_("Required and missing")));
  koyomi_drop_down_set_names (GTK_DROP_DOWN (self->shown), names, SHOW_ALL);
}

static void
fill (KoyomiEvidencePage *self)
{
  KoyomiWorkspace *workspace = koyomi_audit_pane_get_workspace (KOYOMI_AUDIT_PANE (self));

  self->table = KOYOMI_DATA_TABLE (koyomi_data_table_new (tr (self, N_("Evidence")), get_language (self), columns, G_N_ELEMENTS (columns), get_id));
  koyomi_data_table_set_menu (self->table, tr (self, N_("_Edit…")), koyomi_workspace_can_edit (workspace) ? tr (self, N_("_Remove")) : NULL);
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->table), "table");
  self->missing = KOYOMI_DATA_TABLE (koyomi_data_table_new (tr (self, N_("Required and missing")), get_language (self), missing_columns,
                                                            G_N_ELEMENTS (missing_columns), get_control_id));
  koyomi_data_table_set_menu (self->missing, tr (self, N_("Go to _Control")), NULL);
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->missing), "missing");
  self->pane = KOYOMI_EVIDENCE_PANE (koyomi_evidence_pane_new (workspace));
  gtk_widget_set_size_request (GTK_WIDGET (self->pane), 300, -1);
  gtk_paned_set_end_child (GTK_PANED (self->paned), GTK_WIDGET (self->pane));
  gtk_widget_set_sensitive (self->add_button, koyomi_workspace_can_edit (workspace));
  gtk_widget_set_sensitive (self->first_button, koyomi_workspace_can_edit (workspace));
  offer_shown (self);
}

static void
connect (KoyomiEvidencePage *self)
{
  koyomi_search_escape_attach (GTK_SEARCH_ENTRY (self->search));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (koyomi_evidence_page_grab_focus), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shown, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->check_button, "clicked", G_CALLBACK (check_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (go_to_pane), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "removing", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->missing, "activated", G_CALLBACK (open_control_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
koyomi_evidence_page_new (KoyomiWorkspace *workspace)
{
  KoyomiEvidencePage *self = g_object_new (KOYOMI_TYPE_EVIDENCE_PAGE, NULL);

  koyomi_audit_pane_attach (KOYOMI_AUDIT_PANE (self), workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_EVIDENCE_PAGE, "koyomi-evidence-page", koyomi_workspace_get_language (workspace), children);
  fill (self);
  connect (self);

  return GTK_WIDGET (self);
}

/* The filter lets it through from then on. */
void
koyomi_evidence_page_choose (KoyomiEvidencePage *self,
                             gint64              evidence)
{
  g_return_if_fail (KOYOMI_IS_EVIDENCE_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->shown), SHOW_ALL);
  filter_cb (self);
  koyomi_data_table_choose (self->table, evidence);
}
