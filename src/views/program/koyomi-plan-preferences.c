#include "koyomi-plan-preferences.h"

#include "koyomi-breaches.h"
#include "koyomi-days-off.h"
#include "koyomi-edit.h"
#include "koyomi-month-names.h"
#include "koyomi-number-input.h"
#include "koyomi-ui.h"
#include "koyomi-workload.h"

#include <math.h>

typedef struct
{
  KoyomiWorkspace *workspace;
  GtkEditable     *organisation_row;
  GtkEditable     *classification_row;
  AdwComboRow     *month_row;
  GtkEditable     *limit_row;
  GtkEditable     *routine_row;
  GtkWidget       *window;        /* not owned */
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
show_number (GtkEditable *row,
             double       number)
{
  g_autofree char *text = g_strdup_printf ("%g", number);

  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  if (!g_str_equal (gtk_editable_get_text (row), text))
    gtk_editable_set_text (row, text);
}

static void
fill (PlanPage *self)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  g_autoptr(KoyomiRecord) plan = read_plan (self, NULL);

  if (plan == NULL)
    return;

  self->is_filling = TRUE;
  show_text (self->organisation_row, plan, KOYOMI_PLAN_ORGANISATION);
  show_text (self->classification_row, plan, KOYOMI_PLAN_CLASSIFICATION);
  adw_combo_row_set_selected (self->month_row, koyomi_record_get_int (plan, KOYOMI_PLAN_FISCAL_START_MONTH) - 1);
  show_number (self->limit_row, koyomi_session_get_a_limit (session));
  show_number (self->routine_row, koyomi_session_get_routine_day (session));
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
fail (PlanPage     *self,
      const GError *error)
{
  koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, "The plan’s preferences were not changed"), error);
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
    fail (self, error);
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

/* Returns: FALSE when it is no such number, having said which numbers are */
static gboolean
read_number (PlanPage    *self,
             GtkEditable *row,
             double       least,
             double       most,
             gboolean     is_whole,
             const char  *demand,
             double      *number)
{
  if (koyomi_number_read_typed (gtk_editable_get_text (row), number, NULL) && *number >= least && *number <= most &&
      (!is_whole || *number == floor (*number)))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      return TRUE;
    }

  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self->window), adw_toast_new (demand));

  return FALSE;
}

static void
limit_applied_cb (PlanPage *self)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  const char *demand = koyomi_workspace_tr (self->workspace, "Enter a whole number from 1 to 1000");
  g_autoptr(GError) error = NULL;
  double number;

  if (read_number (self, self->limit_row, 1, KOYOMI_RULE_A_LIMIT_MAX, TRUE, demand, &number) && number != koyomi_session_get_a_limit (session) &&
      !koyomi_session_set_a_limit (session, number, koyomi_workspace_get_language (self->workspace), &error))
    fail (self, error);
}

static void
routine_applied_cb (PlanPage *self)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  const char *demand = koyomi_workspace_tr (self->workspace, "Enter person-days from 0 to 1000, such as 0.1");
  g_autoptr(GError) error = NULL;
  double number;

  if (read_number (self, self->routine_row, 0, 1000, FALSE, demand, &number) && number != koyomi_session_get_routine_day (session) &&
      !koyomi_session_set_routine_day (session, number, koyomi_workspace_get_language (self->workspace), &error))
    fail (self, error);
}

static void
connect (PlanPage *self)
{
  g_signal_connect_swapped (self->limit_row, "apply", G_CALLBACK (limit_applied_cb), self);
  g_signal_connect_swapped (self->routine_row, "apply", G_CALLBACK (routine_applied_cb), self);
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
  self->limit_row = GTK_EDITABLE (gtk_builder_get_object (builder, "limit_row"));
  self->routine_row = GTK_EDITABLE (gtk_builder_get_object (builder, "routine_row"));
  self->window = GTK_WIDGET (window);
  adw_combo_row_set_model (self->month_row, months);
  fill (self);
  connect (self);
  g_object_set_data_full (G_OBJECT (window), "plan-page", self, free_page);
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (window_destroyed_cb), self);

  koyomi_days_off_add (window, ADW_PREFERENCES_GROUP (gtk_builder_get_object (builder, "days_off_group")), workspace);
  gtk_widget_set_sensitive (GTK_WIDGET (page), koyomi_workspace_can_edit (workspace));
  adw_preferences_window_add (window, ADW_PREFERENCES_PAGE (page));
}
