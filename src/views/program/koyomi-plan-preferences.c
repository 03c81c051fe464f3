#include "koyomi-plan-preferences.h"

#include "koyomi-days-off.h"
#include "koyomi-edit.h"
#include "koyomi-month-names.h"
#include "koyomi-ui.h"

typedef struct
{
  KoyomiWorkspace *workspace;
  GtkEditable     *organisation_row;
  GtkEditable     *classification_row;
  AdwComboRow     *month_row;
  gboolean         is_filling;    /* what the rows say is being shown, not chosen */
} PlanPage;

static void
free_page (gpointer data)
{
  PlanPage *self = data;

  g_object_unref (self->workspace);
  g_free (self);
}

static KoyomiRecord *
read_plan (PlanPage  *self,
           GError   **error)
{
  return koyomi_session_dup_plan (koyomi_workspace_get_session (self->workspace), koyomi_workspace_get_language (self->workspace),
                                  error);
}

static void
show_text (GtkEditable  *row,
           KoyomiRecord *plan,
           int           field)
{
  const char *text = koyomi_record_get_text (plan, field);

  if (!g_str_equal (gtk_editable_get_text (row), text))
    gtk_editable_set_text (row, text);
}

static void
fill (PlanPage *self)
{
  g_autoptr(KoyomiRecord) plan = read_plan (self, NULL);

  if (plan == NULL)
    return;

  self->is_filling = TRUE;
  show_text (self->organisation_row, plan, KOYOMI_PLAN_ORGANISATION);
  show_text (self->classification_row, plan, KOYOMI_PLAN_CLASSIFICATION);
  adw_combo_row_set_selected (self->month_row, koyomi_record_get_int (plan, KOYOMI_PLAN_FISCAL_START_MONTH) - 1);
  self->is_filling = FALSE;
}

static gboolean
write_plan (PlanPage      *self,
            KoyomiRecord  *plan,
            const char    *label,
            GError       **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (koyomi_workspace_get_session (self->workspace), error);

  return edit != NULL && koyomi_edit_update (edit, plan, error) && koyomi_edit_commit (edit, label, error);
}

static void
save (PlanPage   *self,
      int         field,
      const char *text,
      int         number,
      const char *label)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) plan = read_plan (self, &error);

  if (plan != NULL && text != NULL)
    koyomi_record_set_text (plan, field, text);
  else if (plan != NULL)
    koyomi_record_set_int (plan, field, number);

  if (plan == NULL || !write_plan (self, plan, label, &error))
    koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, "The plan’s preferences were not changed"), error);
}

static void
organisation_applied_cb (PlanPage *self)
{
  save (self, KOYOMI_PLAN_ORGANISATION, gtk_editable_get_text (self->organisation_row), 0,
        koyomi_workspace_tr (self->workspace, "Change the organisation’s name"));
}

static void
classification_applied_cb (PlanPage *self)
{
  save (self, KOYOMI_PLAN_CLASSIFICATION, gtk_editable_get_text (self->classification_row), 0,
        koyomi_workspace_tr (self->workspace, "Change the classification mark"));
}

static void
month_selected_cb (PlanPage *self)
{
  if (!self->is_filling)
    save (self, KOYOMI_PLAN_FISCAL_START_MONTH, NULL, adw_combo_row_get_selected (self->month_row) + 1,
          koyomi_workspace_tr (self->workspace, "Change the first month of the fiscal year"));
}

static void
connect (PlanPage *self)
{
  g_signal_connect_swapped (self->organisation_row, "apply", G_CALLBACK (organisation_applied_cb), self);
  g_signal_connect_swapped (self->classification_row, "apply", G_CALLBACK (classification_applied_cb), self);
  g_signal_connect_swapped (self->month_row, "notify::selected", G_CALLBACK (month_selected_cb), self);
  g_signal_connect_swapped (self->workspace, "changed", G_CALLBACK (fill), self);
}

static void
window_destroyed_cb (PlanPage *self)
{
  g_signal_handlers_disconnect_by_data (self->workspace, self);
}

/* Adds the page of what holds for this plan only; each change is an edit of it. */
void
koyomi_plan_preferences_add (AdwPreferencesWindow *window,
                             KoyomiWorkspace      *workspace)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-plan-preferences", language);
  g_autoptr(GListModel) months = koyomi_month_names_new (language);
  GObject *page = gtk_builder_get_object (builder, "page");
  PlanPage *self = g_new0 (PlanPage, 1);

  self->workspace = g_object_ref (workspace);
  self->organisation_row = GTK_EDITABLE (gtk_builder_get_object (builder, "organisation_row"));
  self->classification_row = GTK_EDITABLE (gtk_builder_get_object (builder, "classification_row"));
  self->month_row = ADW_COMBO_ROW (gtk_builder_get_object (builder, "month_row"));
  adw_combo_row_set_model (self->month_row, months);
  fill (self);
  connect (self);
  g_object_set_data_full (G_OBJECT (window), "plan-page", self, free_page);
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (window_destroyed_cb), self);

  koyomi_days_off_add (window, ADW_PREFERENCES_GROUP (gtk_builder_get_object (builder, "days_off_group")), workspace);
  gtk_widget_set_sensitive (GTK_WIDGET (page), koyomi_workspace_can_edit (workspace));
  adw_preferences_window_add (window, ADW_PREFERENCES_PAGE (page));
}
