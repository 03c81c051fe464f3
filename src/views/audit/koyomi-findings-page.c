#include "koyomi-findings-page.h"

#include "koyomi-data-table.h"
#include "koyomi-day.h"
#include "koyomi-drop-names.h"
#include "koyomi-finding-columns.h"
#include "koyomi-findings.h"
#include "koyomi-record-edit.h"
#include "koyomi-text-fold.h"
#include "koyomi-ui.h"

#include <adwaita.h>
#include <string.h>

/* What stands before the states, the grades and the audits. */
#define ALL_STATES 0
#define NOT_OVER 1
#define FIRST_STATE 2
#define FIRST_GRADE 1
#define WITHOUT_AUDIT 1
#define FIRST_AUDIT 2

struct _KoyomiFindingsPage
{
  KoyomiAuditPane   parent_instance;

  GtkWidget        *stack;
  GtkWidget        *search;
  GtkWidget        *states;
  GtkWidget        *grades;
  GtkWidget        *audits;
  GtkWidget        *open_button;
  GtkWidget        *remove_button;
  GtkWidget        *results;
  GtkWidget        *clear_button;
  GtkLabel         *count_label;

  KoyomiDataTable  *table;
  GPtrArray        *rows;            /* (element-type KoyomiFindingRow) */
  GArray           *audit_ids;       /* (element-type gint64): those that are offered */
  char             *needle;          /* what is searched for, folded */
  gboolean          is_updating;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiFindingsPage, stack),
  KOYOMI_UI_CHILD (KoyomiFindingsPage, search),
  KOYOMI_UI_CHILD (KoyomiFindingsPage, states),
  KOYOMI_UI_CHILD (KoyomiFindingsPage, grades),
  KOYOMI_UI_CHILD (KoyomiFindingsPage, audits),
  KOYOMI_UI_CHILD (KoyomiFindingsPage, open_button),
  KOYOMI_UI_CHILD (KoyomiFindingsPage, remove_button),
  KOYOMI_UI_CHILD (KoyomiFindingsPage, results),
  KOYOMI_UI_CHILD (KoyomiFindingsPage, clear_button),
  KOYOMI_UI_CHILD (KoyomiFindingsPage, count_label),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiFindingsPage, koyomi_findings_page, KOYOMI_TYPE_AUDIT_PANE)

static const char *tr (KoyomiFindingsPage *self,
                       const char         *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiFindingsPage *self,
    const char         *text)
{
  return koyomi_tr (koyomi_audit_pane_get_language (KOYOMI_AUDIT_PANE (self)), text);
}

static guint
get_selected (GtkWidget *drop)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (drop));
}

static gboolean
has_state (KoyomiFindingsPage     *self,
           const KoyomiFindingRow *row)
{
  guint selected = get_selected (self->states);

  if (selected == NOT_OVER)
    return !koyomi_finding_is_over (row->finding);

  return selected == ALL_STATES || row->state == selected - FIRST_STATE;
}

static gboolean
has_grade (KoyomiFindingsPage     *self,
           const KoyomiFindingRow *row)
{
  guint selected = get_selected (self->grades);

  return selected < FIRST_GRADE || koyomi_record_get_int (row->finding, KOYOMI_FINDING_GRADE) == selected - FIRST_GRADE;
}

static gboolean
has_audit (KoyomiFindingsPage     *self,
           const KoyomiFindingRow *row)
{
  guint selected = get_selected (self->audits);
  gint64 audit = koyomi_record_get_int (row->finding, KOYOMI_FINDING_AUDIT);

  if (selected == WITHOUT_AUDIT)
    return audit == 0;

  return selected < FIRST_AUDIT || audit == g_array_index (self->audit_ids, gint64, selected - FIRST_AUDIT);
}

static gboolean
has_text (KoyomiFindingsPage     *self,
          const KoyomiFindingRow *row)
{
  static const int fields[] = {
    KOYOMI_FINDING_NUMBER, KOYOMI_FINDING_TITLE, KOYOMI_FINDING_DETAIL, KOYOMI_FINDING_CORRECTION, KOYOMI_FINDING_CAUSE, KOYOMI_FINDING_ACTION,
    KOYOMI_FINDING_OWNER, KOYOMI_FINDING_VERIFIER,
  };
  g_autoptr(GString) text = g_string_new (row->control);
  g_autofree char *folded = NULL;

  if (self->needle == NULL || *self->needle == '\0')
    return TRUE;

  g_string_append_printf (text, "\n%s\n%s", row->audit, row->incident);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_string_append_printf (text, "\n%s", koyomi_record_get_text (row->finding, fields[i]));
  folded = koyomi_text_fold (text->str);

  return strstr (folded, self->needle) != NULL;
}

static gboolean
is_wanted (gconstpointer data,
           gpointer      page)
{
  return has_state (page, data) && has_grade (page, data) && has_audit (page, data) && has_text (page, data);
}

static void
show_count (KoyomiFindingsPage *self,
            guint               n_shown)
{
  KoyomiLanguage language = koyomi_audit_pane_get_language (KOYOMI_AUDIT_PANE (self));
  g_autofree char *text = NULL;

  if (n_shown == self->rows->len)
    text = g_strdup_printf (koyomi_ntr (language, "%u finding", "%u findings", n_shown), n_shown);
  else
    /* Translators: how many findings are shown, and how many there are */
    text = g_strdup_printf (koyomi_tr (language, "%u of %u findings"), n_shown, self->rows->len);
  gtk_label_set_label (self->count_label, text);
}

static void
show_rows (KoyomiFindingsPage *self)
{
  guint n_shown = koyomi_data_table_show (self->table, self->rows, is_wanted, self);

  gtk_stack_set_visible_child_name (GTK_STACK (self->results), n_shown > 0 ? "table" : "nothing");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->rows->len > 0 ? "list" : "none");
  show_count (self, n_shown);
}

static gboolean
is_offered (KoyomiFindingsPage *self,
            gint64              audit)
{
  for (guint i = 0; i < self->audit_ids->len; i++)
    if (g_array_index (self->audit_ids, gint64, i) == audit)
      return TRUE;

  return FALSE;
}

/* Those that have findings. The one that is chosen stays so. */
static void
offer_audits (KoyomiFindingsPage *self)
{
  guint selected = get_selected (self->audits), next = selected < FIRST_AUDIT ? selected : 0;
  gint64 chosen = selected - FIRST_AUDIT < self->audit_ids->len ? g_array_index (self->audit_ids, gint64, selected - FIRST_AUDIT) : 0;
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, tr (self, N_("All audits")));
  gtk_string_list_append (names, tr (self, N_("Of no audit")));
  g_array_set_size (self->audit_ids, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const KoyomiFindingRow *row = g_ptr_array_index (self->rows, i);
      gint64 audit = koyomi_record_get_int (row->finding, KOYOMI_FINDING_AUDIT);

      if (audit == 0 || is_offered (self, audit))
        continue;

      gtk_string_list_append (names, row->audit);
      g_array_append_val (self->audit_ids, audit);
      if (audit == chosen)
        next = FIRST_AUDIT + self->audit_ids->len - 1;
    }
  koyomi_drop_down_set_names (GTK_DROP_DOWN (self->audits), names, next);
}

static gboolean
koyomi_findings_page_refresh (KoyomiAuditPane  *pane,
                              GError          **error)
{
  KoyomiFindingsPage *self = KOYOMI_FINDINGS_PAGE (pane);
  GPtrArray *rows = koyomi_session_load_findings (koyomi_audit_pane_get_session (pane), koyomi_day_today (), koyomi_audit_pane_get_language (pane),
                                                  error);

  if (rows == NULL)
    return FALSE;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows;
  self->is_updating = TRUE;
  offer_audits (self);
  self->is_updating = FALSE;
  show_rows (self);

  return TRUE;
}

static void
filter_cb (KoyomiFindingsPage *self)
{
  if (!self->is_updating && self->rows != NULL)
    show_rows (self);
}

static void
searched_cb (KoyomiFindingsPage *self)
{
  g_free (self->needle);
  self->needle = koyomi_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  filter_cb (self);
}

static void
clear_cb (KoyomiFindingsPage *self)
{
  self->is_updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->states), ALL_STATES);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->grades), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->audits), 0);
  self->is_updating = FALSE;
  searched_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
chosen_cb (KoyomiFindingsPage *self)
{
  gboolean is_chosen = koyomi_data_table_get_chosen (self->table) != 0;

  gtk_widget_set_sensitive (self->open_button, is_chosen);
  gtk_widget_set_sensitive (self->remove_button,
                            is_chosen && koyomi_workspace_can_edit (koyomi_audit_pane_get_workspace (KOYOMI_AUDIT_PANE (self))));
}

static void
open_cb (KoyomiFindingsPage *self)
{
  gint64 id = koyomi_data_table_get_chosen (self->table);

  if (id != 0)
    koyomi_audit_pane_open (KOYOMI_AUDIT_PANE (self), KOYOMI_TABLE_FINDING, id);
}

static void
remove_cb (KoyomiFindingsPage *self)
{
  KoyomiAuditPane *pane = KOYOMI_AUDIT_PANE (self);
  gint64 id = koyomi_data_table_get_chosen (self->table);
  g_autoptr(GError) error = NULL;

  if (id != 0 && koyomi_workspace_can_edit (koyomi_audit_pane_get_workspace (pane)) &&
      !koyomi_session_remove (koyomi_audit_pane_get_session (pane), KOYOMI_TABLE_FINDING, id, koyomi_audit_pane_get_language (pane), &error))
    koyomi_workspace_fail (koyomi_audit_pane_get_workspace (pane), tr (self, N_("The finding was not deleted")), error);
}

/* From the search to what it has found. */
static void
entered_cb (KoyomiFindingsPage *self)
{
  searched_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static gboolean
koyomi_findings_page_grab_focus (GtkWidget *widget)
{
  KoyomiFindingsPage *self = KOYOMI_FINDINGS_PAGE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->table)) || gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

static void
koyomi_findings_page_dispose (GObject *object)
{
  KoyomiFindingsPage *self = KOYOMI_FINDINGS_PAGE (object);

  koyomi_ui_clear (object, children);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->audit_ids, g_array_unref);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (koyomi_findings_page_parent_class)->dispose (object);
}

static void
koyomi_findings_page_class_init (KoyomiFindingsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_findings_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = koyomi_findings_page_grab_focus;
  KOYOMI_AUDIT_PANE_CLASS (klass)->refresh = koyomi_findings_page_refresh;
}

static void
koyomi_findings_page_init (KoyomiFindingsPage *self)
{
  self->audit_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
offer_states (KoyomiFindingsPage *self)
{
  KoyomiLanguage language = koyomi_audit_pane_get_language (KOYOMI_AUDIT_PANE (self));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, tr (self, N_("All states")));
  gtk_string_list_append (names, tr (self, N_("Not yet settled")));
  for (guint i = 0; i < KOYOMI_N_FINDING_STATES; i++)
    gtk_string_list_append (names, koyomi_finding_state_get_label (i, language));
  koyomi_drop_down_set_names (GTK_DROP_DOWN (self->states), names, ALL_STATES);
}

static void
offer_grades (KoyomiFindingsPage *self)
{
  const KoyomiField *field = &koyomi_dictionary_get_table (KOYOMI_TABLE_FINDING)->fields[KOYOMI_FIELD_INDEX (KOYOMI_FINDING_GRADE)];
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, tr (self, N_("All grades")));
  for (guint i = 0; field->words[i].nick != NULL; i++)
    gtk_string_list_append (names, koyomi_field_get_word_label (field, i, koyomi_audit_pane_get_language (KOYOMI_AUDIT_PANE (self))));
  koyomi_drop_down_set_names (GTK_DROP_DOWN (self->grades), names, 0);
}

static void
connect (KoyomiFindingsPage *self)
{
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->states, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grades, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->audits, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open_button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "removing", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
koyomi_findings_page_new (KoyomiWorkspace *workspace)
{
  KoyomiFindingsPage *self = g_object_new (KOYOMI_TYPE_FINDINGS_PAGE, NULL);
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);

  koyomi_audit_pane_attach (KOYOMI_AUDIT_PANE (self), workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_FINDINGS_PAGE, "koyomi-findings-page", language, children);
  self->table = KOYOMI_DATA_TABLE (koyomi_data_table_new (koyomi_tr (language, N_("Findings")), language, koyomi_finding_columns,
                                                          koyomi_n_finding_columns, koyomi_finding_columns_get_id));
  koyomi_data_table_set_menu (self->table, koyomi_tr (language, N_("_Open")), koyomi_workspace_can_edit (workspace) ? koyomi_tr (language, N_("_Delete")) : NULL);
  gtk_stack_add_named (GTK_STACK (self->results), GTK_WIDGET (self->table), "table");
  koyomi_drop_down_let_shrink (GTK_DROP_DOWN (self->audits));
  offer_states (self);
  offer_grades (self);
  connect (self);

  return GTK_WIDGET (self);
}
