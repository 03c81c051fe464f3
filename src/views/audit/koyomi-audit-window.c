#include "koyomi-audit-window.h"

#include "koyomi-audit-edit.h"
#include "koyomi-audit-items.h"
#include "koyomi-audit-programme.h"
#include "koyomi-breaches.h"
#include "koyomi-day.h"
#include "koyomi-finding-dialog.h"
#include "koyomi-finding-window.h"
#include "koyomi-finding.h"
#include "koyomi-part-list.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-record-edit.h"
#include "koyomi-record-form.h"

/* So many sentences say why who audits is not independent; the rest only is counted. */
#define MOST_BREACHES 4

struct _KoyomiAuditWindow
{
  KoyomiPlanWindow  parent_instance;

  AdwWindowTitle   *title;
  GtkWidget        *form_place;
  GtkWidget        *team_place;
  GtkLabel         *breach_label;
  GtkLabel         *calendar_label;
  GtkWidget        *show_button;
  GtkWidget        *calendar_place;
  GtkWidget        *lists;
  GtkWidget        *remove_button;

  KoyomiRecordForm *form;
  KoyomiChooser    *team;
  KoyomiChooser    *function;        /* of the calendar, into which the audit is put */
  KoyomiPartList   *items_list;
  KoyomiPartList   *findings_list;
  KoyomiRecord     *audit;           /* as it is shown */
  GPtrArray        *items;           /* (element-type KoyomiRecord) */
  GHashTable       *controls;        /* by key */
  gint64            id;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiAuditWindow, title),
  KOYOMI_UI_CHILD (KoyomiAuditWindow, form_place),
  KOYOMI_UI_CHILD (KoyomiAuditWindow, team_place),
  KOYOMI_UI_CHILD (KoyomiAuditWindow, breach_label),
  KOYOMI_UI_CHILD (KoyomiAuditWindow, calendar_label),
  KOYOMI_UI_CHILD (KoyomiAuditWindow, show_button),
  KOYOMI_UI_CHILD (KoyomiAuditWindow, calendar_place),
  KOYOMI_UI_CHILD (KoyomiAuditWindow, lists),
  KOYOMI_UI_CHILD (KoyomiAuditWindow, remove_button),
  KOYOMI_UI_END
};

static const KoyomiRecordInput inputs[] = {
  { KOYOMI_AUDIT_TITLE, N_("_Title"), KOYOMI_RECORD_INPUT_REQUIRED, 0, 0 },
  { KOYOMI_AUDIT_NUMBER, N_("_Number"), 0, 0, 0 },
  { KOYOMI_AUDIT_KIND, N_("_Kind"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_AUDIT_STATUS, N_("Stat_us"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_AUDIT_FIRST_DAY, N_("_First day"), 0, 0, KOYOMI_AUDIT_LAST_DAY },
  { KOYOMI_AUDIT_LAST_DAY, N_("_Last day"), KOYOMI_RECORD_INPUT_BESIDE, KOYOMI_AUDIT_FIRST_DAY, 0 },
  { KOYOMI_AUDIT_REPORTED_DAY, N_("Re_ported"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_AUDIT_LEAD, N_("Lead _auditor"), 0, 0, 0 },
  { KOYOMI_AUDIT_SCOPE, N_("_Scope"), 0, 0, 0 },
  { KOYOMI_AUDIT_CRITERIA, N_("_Criteria"), 0, 0, 0 },
  { KOYOMI_AUDIT_METHOD, N_("_Method"), 0, 0, 0 },
  { KOYOMI_AUDIT_RESULT, N_("_Result"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
};

G_DEFINE_FINAL_TYPE (KoyomiAuditWindow, koyomi_audit_window, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiWorkspace *
get_workspace (KoyomiAuditWindow *self)
{
  return koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiSession *
get_session (KoyomiAuditWindow *self)
{
  return koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiLanguage
get_language (KoyomiAuditWindow *self)
{
  return koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
}

static const char *tr (KoyomiAuditWindow *self,
                       const char        *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiAuditWindow *self,
    const char        *text)
{
  return koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), text);
}

/* Returns: (transfer full): as many of the sentences, one a line, as leave room for what is below them */
static char *
take_first (KoyomiAuditWindow *self,
            const char        *sentences)
{
  g_auto(GStrv) lines = g_strsplit (sentences, "\n", -1);
  guint n = g_strv_length (lines);
  g_autofree char *first = NULL;
  g_autofree char *more = NULL;

  if (n <= MOST_BREACHES)
    return g_strdup (sentences);

  more = g_strdup_printf (koyomi_ntr (get_language (self), "and %u more", "and %u more", n - MOST_BREACHES), n - MOST_BREACHES);
  g_clear_pointer (&lines[MOST_BREACHES], g_free);
  for (guint i = MOST_BREACHES + 1; i < n; i++)
    g_clear_pointer (&lines[i], g_free);
  first = g_strjoinv ("\n", lines);

  return g_strjoin ("\n", first, more, NULL);
}

/* Nobody audits what is their own. All of it is in the tooltip. */
static void
show_breaches (KoyomiAuditWindow *self)
{
  guint32 day = MAX (koyomi_day_today (), koyomi_record_get_day (self->audit, KOYOMI_AUDIT_FIRST_DAY));
  g_autoptr(GHashTable) breaches = koyomi_session_load_audit_breaches (get_session (self), day, get_language (self), NULL);
  const char *sentences = breaches != NULL ? g_hash_table_lookup (breaches, &self->id) : NULL;
  g_autofree char *first = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->breach_label), sentences != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->breach_label), sentences);
  if (sentences == NULL)
    return;

  /* Translators: why, in sentences */
  first = take_first (self, sentences);
  text = g_strdup_printf (tr (self, N_("⚠ Who audits is not independent\n%s")), first);
  gtk_label_set_label (self->breach_label, text);
}

static void
show_calendar (KoyomiAuditWindow *self)
{
  gint64 id = koyomi_record_get_int (self->audit, KOYOMI_AUDIT_ACTIVITY);
  g_autoptr(KoyomiRecord) activity = id != 0 ? koyomi_session_get (get_session (self), KOYOMI_TABLE_ACTIVITY, id, get_language (self), NULL) : NULL;

  gtk_label_set_label (self->calendar_label, activity != NULL ? koyomi_record_get_title (activity) : tr (self, N_("Not in the calendar yet")));
  gtk_widget_set_visible (self->show_button, activity != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->function), activity == NULL);
}

static char *
describe_item (KoyomiAuditWindow *self,
               KoyomiRecord      *item)
{
  KoyomiSampling sampling = koyomi_audit_item_get_sampling (item);
  const KoyomiField *field = &koyomi_dictionary_get_table (KOYOMI_TABLE_AUDIT_ITEM)->fields[KOYOMI_FIELD_INDEX (KOYOMI_AUDIT_ITEM_SAMPLING)];
  g_autofree char *result = koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_RESULT) != KOYOMI_AUDIT_RESULT_NONE
                            ? koyomi_record_format (item, KOYOMI_AUDIT_ITEM_RESULT, get_language (self))
                            : g_strdup (koyomi_field_get_word_label (field, sampling, get_language (self)));
  const char *sample = koyomi_record_get_text (item, KOYOMI_AUDIT_ITEM_SAMPLE);
  const char *note = koyomi_record_get_text (item, KOYOMI_AUDIT_ITEM_NOTE);

  return g_strconcat (result, *sample != '\0' ? "  ·  " : "", sample, *note != '\0' ? "  ·  " : "", note, NULL);
}

static const char *
get_item_class (KoyomiRecord *item)
{
  KoyomiAuditResult result = koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_RESULT);

  if (result == KOYOMI_AUDIT_RESULT_MAJOR || result == KOYOMI_AUDIT_RESULT_MINOR)
    return "error";

  return koyomi_audit_item_get_sampling (item) == KOYOMI_SAMPLING_NOT_SAMPLED ? "warning" : NULL;
}

static KoyomiRecord *
find_control (KoyomiAuditWindow *self,
              KoyomiRecord      *item)
{
  gint64 id = koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_CONTROL);

  return g_hash_table_lookup (self->controls, &id);
}

static void
show_items (KoyomiAuditWindow *self)
{
  guint n_sampled = 0;
  g_autofree char *count = NULL;

  koyomi_part_list_clear (self->items_list);
  for (guint i = 0; i < self->items->len; i++)
    {
      KoyomiRecord *item = g_ptr_array_index (self->items, i);
      KoyomiRecord *control = find_control (self, item);
      g_autofree char *title = g_strdup_printf ("%s %s", koyomi_record_get_text (control, KOYOMI_CONTROL_CODE), koyomi_record_get_title (control));
      g_autofree char *below = describe_item (self, item);
      GtkWidget *row = koyomi_part_row_new (koyomi_record_get_id (item), title);

      n_sampled += koyomi_audit_item_get_sampling (item) == KOYOMI_SAMPLING_SAMPLED;
      koyomi_part_row_set_below (KOYOMI_PART_ROW (row), below, get_item_class (item));
      if (koyomi_workspace_can_edit (get_workspace (self)))
        {
          koyomi_part_row_add_item (KOYOMI_PART_ROW (row), tr (self, N_("_Edit…")), "audit.edit-item");
          koyomi_part_row_add_item (KOYOMI_PART_ROW (row), tr (self, N_("_Remove")), "audit.remove-item");
        }
      koyomi_part_list_take (self->items_list, row);
    }
  koyomi_part_list_show (self->items_list);
  count = g_strdup_printf (tr (self, N_("%u of %u")), n_sampled, self->items->len);
  koyomi_part_list_set_count (self->items_list, self->items->len > 0 ? count : "");
}

static void
show_findings (KoyomiAuditWindow *self,
               GPtrArray         *findings)
{
  koyomi_part_list_clear (self->findings_list);
  for (guint i = 0; i < findings->len; i++)
    {
      KoyomiRecord *finding = g_ptr_array_index (findings, i);
      g_autofree char *title = g_strdup_printf ("%s %s", koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER), koyomi_record_get_title (finding));
      g_autofree char *grade = koyomi_record_format (finding, KOYOMI_FINDING_GRADE, get_language (self));
      g_autofree char *state = koyomi_finding_format_state (finding, koyomi_day_today (), get_language (self));
      g_autofree char *below = g_strjoin ("  ·  ", grade, state, NULL);
      GtkWidget *row = koyomi_part_row_new (koyomi_record_get_id (finding), title);

      koyomi_part_row_set_below (KOYOMI_PART_ROW (row), below,
                                 koyomi_finding_get_state (finding, koyomi_day_today ()) == KOYOMI_FINDING_STATE_LATE ? "error" : NULL);
      koyomi_part_list_take (self->findings_list, row);
    }
  koyomi_part_list_show (self->findings_list);
}

static gboolean
koyomi_audit_window_refresh (KoyomiPlanWindow  *window,
                             GError           **error)
{
  KoyomiAuditWindow *self = KOYOMI_AUDIT_WINDOW (window);
  KoyomiLanguage language = get_language (self);
  g_autoptr(KoyomiRecord) audit = koyomi_session_get (get_session (self), KOYOMI_TABLE_AUDIT, self->id, language, error);
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GHashTable) controls = NULL;

  if (audit == NULL ||
      (items = koyomi_session_list (get_session (self), KOYOMI_TABLE_AUDIT_ITEM, KOYOMI_AUDIT_ITEM_AUDIT, self->id, language, error)) == NULL ||
      (findings = koyomi_session_list (get_session (self), KOYOMI_TABLE_FINDING, KOYOMI_FINDING_AUDIT, self->id, language, error)) == NULL ||
      (controls = koyomi_session_index (get_session (self), KOYOMI_TABLE_CONTROL, language, error)) == NULL)
    return FALSE;

  g_set_object (&self->audit, audit);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_steal_pointer (&items);
  g_clear_pointer (&self->controls, g_hash_table_unref);
  self->controls = g_steal_pointer (&controls);
  gtk_window_set_title (GTK_WINDOW (self), koyomi_record_get_title (audit));
  adw_window_title_set_title (self->title, koyomi_record_get_title (audit));
  adw_window_title_set_subtitle (self->title, koyomi_record_get_text (audit, KOYOMI_AUDIT_NUMBER));
  koyomi_record_form_show (self->form, audit);
  koyomi_team_chooser_show_team (self->team, get_workspace (self), koyomi_record_get_int (audit, KOYOMI_AUDIT_TEAM));
  show_breaches (self);
  show_calendar (self);
  show_items (self);
  show_findings (self, findings);

  return TRUE;
}

static void
team_cb (KoyomiAuditWindow *self,
         KoyomiChoice      *choice)
{
  g_autoptr(KoyomiRecord) audit = koyomi_session_get (get_session (self), KOYOMI_TABLE_AUDIT, self->id, get_language (self), NULL);

  if (audit == NULL)
    return;

  koyomi_record_set_int (audit, KOYOMI_AUDIT_TEAM, koyomi_choice_get_id (choice));
  koyomi_workspace_save (get_workspace (self), audit);
}

static void
function_cb (KoyomiAuditWindow *self,
             KoyomiChoice      *choice)
{
  g_autoptr(GError) error = NULL;

  if (koyomi_choice_get_id (choice) != 0 &&
      koyomi_audit_plan_activity (get_session (self), self->id, koyomi_choice_get_id (choice), get_language (self), &error) == 0)
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), tr (self, N_("The audit was not put into the calendar")), error);
}

/* The run that lies nearest to the days of the audit. */
static void
show_run_cb (KoyomiAuditWindow *self)
{
  g_autoptr(GPtrArray) runs = koyomi_session_list (get_session (self), KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY,
                                                   koyomi_record_get_int (self->audit, KOYOMI_AUDIT_ACTIVITY), get_language (self), NULL);
  gint64 day = koyomi_record_get_day (self->audit, KOYOMI_AUDIT_FIRST_DAY), least = G_MAXINT64, nearest = 0;

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      gint64 distance = ABS ((gint64) koyomi_record_get_day (g_ptr_array_index (runs, i), KOYOMI_OCCURRENCE_FIRST_DAY) - day);

      if (distance < least)
        nearest = koyomi_record_get_id (g_ptr_array_index (runs, i));
      least = MIN (least, distance);
    }
  if (nearest != 0)
    koyomi_workspace_show_run (get_workspace (self), nearest);
}

static void
choose_cb (KoyomiAuditWindow *self)
{
  koyomi_workspace_flush (get_workspace (self));
  koyomi_audit_items_choose (GTK_WINDOW (self), get_workspace (self), self->id);
}

static void
new_finding_cb (KoyomiAuditWindow *self)
{
  koyomi_workspace_flush (get_workspace (self));
  koyomi_finding_dialog_present (GTK_WINDOW (self), get_workspace (self), self->audit);
}

static void
edit_item_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiAuditWindow *self = KOYOMI_AUDIT_WINDOW (widget);

  for (guint i = 0; i < self->items->len && koyomi_workspace_can_edit (get_workspace (self)); i++)
    {
      KoyomiRecord *item = g_ptr_array_index (self->items, i);

      if (koyomi_record_get_id (item) == g_variant_get_int64 (parameter))
        koyomi_audit_items_edit (GTK_WINDOW (self), get_workspace (self), item, find_control (self, item));
    }
}

static void
remove_row (KoyomiAuditWindow *self,
            KoyomiTableId      table,
            gint64             id)
{
  g_autoptr(GError) error = NULL;

  if (koyomi_workspace_can_edit (get_workspace (self)) && !koyomi_session_remove (get_session (self), table, id, get_language (self), &error))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), tr (self, N_("Nothing was removed")), error);
}

static void
remove_item_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  remove_row (KOYOMI_AUDIT_WINDOW (widget), KOYOMI_TABLE_AUDIT_ITEM, g_variant_get_int64 (parameter));
}

static void
open_finding_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  koyomi_finding_window_present (GTK_WINDOW (widget), get_workspace (KOYOMI_AUDIT_WINDOW (widget)), g_variant_get_int64 (parameter));
}

/* Undo brings it back. */
static void
remove_cb (KoyomiAuditWindow *self)
{
  remove_row (self, KOYOMI_TABLE_AUDIT, self->id);
}

static void
koyomi_audit_window_dispose (GObject *object)
{
  KoyomiAuditWindow *self = KOYOMI_AUDIT_WINDOW (object);

  koyomi_ui_clear (object, children);
  g_clear_object (&self->audit);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->controls, g_hash_table_unref);

  G_OBJECT_CLASS (koyomi_audit_window_parent_class)->dispose (object);
}

static void
koyomi_audit_window_class_init (KoyomiAuditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_audit_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_audit_window_refresh;
  gtk_widget_class_install_action (widget_class, "audit.edit-item", "x", edit_item_action);
  gtk_widget_class_install_action (widget_class, "audit.remove-item", "x", remove_item_action);
  gtk_widget_class_install_action (widget_class, "audit.open-finding", "x", open_finding_action);
}

static void
koyomi_audit_window_init (KoyomiAuditWindow *self)
{
}

static void
add_button (KoyomiAuditWindow *self,
            KoyomiPartList    *list,
            const char        *label,
            GCallback          clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  koyomi_part_list_add_footer (list, button);
}

static void
add_lists (KoyomiAuditWindow *self)
{
  KoyomiWorkspace *workspace = get_workspace (self);

  self->items_list = KOYOMI_PART_LIST (koyomi_part_list_new (workspace, tr (self, N_("What it looks at")),
                                                             tr (self, N_("It is not said yet which clauses and controls it looks at."))));
  koyomi_part_list_set_key (self->items_list, KOYOMI_PART_KEY_ACTIVATE, "audit.edit-item");
  koyomi_part_list_set_key (self->items_list, KOYOMI_PART_KEY_REMOVE, "audit.remove-item");
  add_button (self, self->items_list, tr (self, N_("C_hoose…")), G_CALLBACK (choose_cb));
  gtk_box_append (GTK_BOX (self->lists), GTK_WIDGET (self->items_list));
  self->findings_list = KOYOMI_PART_LIST (koyomi_part_list_new (workspace, tr (self, N_("Findings")), tr (self, N_("It has found nothing."))));
  koyomi_part_list_set_key (self->findings_list, KOYOMI_PART_KEY_ACTIVATE, "audit.open-finding");
  add_button (self, self->findings_list, tr (self, N_("New Fin_ding…")), G_CALLBACK (new_finding_cb));
  gtk_box_append (GTK_BOX (self->lists), GTK_WIDGET (self->findings_list));
}

static void
fill (KoyomiAuditWindow *self)
{
  KoyomiWorkspace *workspace = get_workspace (self);
  gboolean can_edit = koyomi_workspace_can_edit (workspace);

  self->form = KOYOMI_RECORD_FORM (koyomi_record_form_new (workspace, inputs, G_N_ELEMENTS (inputs)));
  gtk_box_append (GTK_BOX (self->form_place), GTK_WIDGET (self->form));
  self->team = KOYOMI_CHOOSER (koyomi_team_chooser_new (workspace, tr (self, N_("Auditing t_eam"))));
  koyomi_chooser_set_none (self->team, tr (self, N_("None of ours")));
  gtk_widget_set_sensitive (GTK_WIDGET (self->team), can_edit);
  gtk_box_append (GTK_BOX (self->team_place), GTK_WIDGET (self->team));
  self->function = KOYOMI_CHOOSER (koyomi_function_chooser_new (workspace, tr (self, N_("Function of the calendar"))));
  koyomi_chooser_set_text (self->function, tr (self, N_("Put into the Calendar…")));
  gtk_widget_set_sensitive (GTK_WIDGET (self->function), can_edit);
  gtk_box_append (GTK_BOX (self->calendar_place), GTK_WIDGET (self->function));
  add_lists (self);
  gtk_widget_set_visible (self->remove_button, can_edit);
  g_signal_connect_object (self->team, "chosen", G_CALLBACK (team_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->function, "chosen", G_CALLBACK (function_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show_button, "clicked", G_CALLBACK (show_run_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
}

void
koyomi_audit_window_present (GtkWindow       *parent,
                             KoyomiWorkspace *workspace,
                             gint64           audit)
{
  g_autoptr(KoyomiAuditWindow) self = g_object_ref (g_object_new (KOYOMI_TYPE_AUDIT_WINDOW, NULL));

  self->id = audit;
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-audit-window", children);
  fill (self);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), koyomi_record_form_get_first (self->form));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
