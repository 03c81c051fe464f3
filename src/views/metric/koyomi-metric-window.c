#include "koyomi-metric-window.h"

#include "koyomi-day.h"
#include "koyomi-metric-book.h"
#include "koyomi-metric-definition.h"
#include "koyomi-metric-figure.h"
#include "koyomi-metric-library-dialog.h"
#include "koyomi-metric-limit-dialog.h"
#include "koyomi-metric-limits-check.h"
#include "koyomi-metric-new-dialog.h"
#include "koyomi-part-list.h"
#include "koyomi-record-edit.h"
#include "koyomi-record-form.h"
#include "koyomi-references.h"

#include <math.h>

struct _KoyomiMetricWindow
{
  KoyomiPlanWindow  parent_instance;

  AdwWindowTitle   *title;
  GtkWidget        *library_button;
  GtkWidget        *body;
  GtkWidget        *computed;         /* what is said of a metric that is computed and cannot be changed */
  GtkLabel         *formula_label;
  GtkLabel         *data_label;
  GtkLabel         *unit_label;
  GtkWidget        *remove_button;

  KoyomiRecordForm *name_form;
  KoyomiRecordForm *entered_form;     /* NULL for one that is computed */
  KoyomiRecordForm *form;
  KoyomiPartList   *limits_list;
  GPtrArray        *limits;           /* (element-type KoyomiRecord): the latest first */
  KoyomiRecord     *metric;           /* as it is shown */
  gint64            id;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMetricWindow, title),
  KOYOMI_UI_CHILD (KoyomiMetricWindow, library_button),
  KOYOMI_UI_CHILD (KoyomiMetricWindow, body),
  KOYOMI_UI_CHILD (KoyomiMetricWindow, computed),
  KOYOMI_UI_CHILD (KoyomiMetricWindow, formula_label),
  KOYOMI_UI_CHILD (KoyomiMetricWindow, data_label),
  KOYOMI_UI_CHILD (KoyomiMetricWindow, unit_label),
  KOYOMI_UI_CHILD (KoyomiMetricWindow, remove_button),
  KOYOMI_UI_END
};

static const KoyomiRecordInput name_inputs[] = {
  { KOYOMI_METRIC_NAME, N_("_Name"), KOYOMI_RECORD_INPUT_REQUIRED, 0, 0 },
};

static const KoyomiRecordInput inputs[] = {
  { KOYOMI_METRIC_DIRECTION, N_("D_irection"), 0, 0, 0 },
  { KOYOMI_METRIC_FREQUENCY, N_("_Frequency"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_METRIC_GRACE_DAYS, N_("Days of _grace"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_METRIC_MEASURED_WHEN, N_("_When it is measured"), 0, 0, 0 },
  { KOYOMI_METRIC_MEASURED_BY, N_("Measured _by"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_METRIC_ANALYSED_WHEN, N_("When it is _analysed"), 0, 0, 0 },
  { KOYOMI_METRIC_ANALYSED_BY, N_("Analyse_d by"), KOYOMI_RECORD_INPUT_BESIDE, 0, 0 },
  { KOYOMI_METRIC_SOURCE, N_("_Source"), 0, 0, 0 },
  { KOYOMI_METRIC_NOTE, N_("N_ote"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_METRIC_RETIRED_DAY, N_("_Retired from"), 0, 0, 0 },
};

/* What is said of one that is entered by hand; of one that is computed the program knows it. */
static const KoyomiRecordInput entered_inputs[] = {
  { KOYOMI_METRIC_DATA, N_("Da_ta: what is measured"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_METRIC_FORMULA, N_("_Method: how it is measured"), KOYOMI_RECORD_INPUT_MULTI_LINE, 0, 0 },
  { KOYOMI_METRIC_UNIT, N_("_Unit"), 0, 0, 0 },
};

G_DEFINE_FINAL_TYPE (KoyomiMetricWindow, koyomi_metric_window, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiWorkspace *
get_workspace (KoyomiMetricWindow *self)
{
  return koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiSession *
get_session (KoyomiMetricWindow *self)
{
  return koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiLanguage
get_language (KoyomiMetricWindow *self)
{
  return koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
}

static const char *tr (KoyomiMetricWindow *self,
                       const char         *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiMetricWindow *self,
    const char         *text)
{
  return koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), text);
}

static void
append_limit (KoyomiMetricWindow *self,
              GString            *text,
              const char         *name,
              double              limit)
{
  g_autofree char *value = NULL;

  if (isnan (limit))
    return;

  value = koyomi_metric_format_value (limit, koyomi_record_get_int (self->metric, KOYOMI_METRIC_UNIT), get_language (self));
  g_string_append_printf (text, "%s%s %s", text->len > 0 ? "  ·  " : "", name, value);
}

/* Such as “Target 95.0 %  ·  Warning 85.0 %”. */
static char *
describe_limit (KoyomiMetricWindow       *self,
                const KoyomiMetricLimits *limits)
{
  GString *text = g_string_new (NULL);

  append_limit (self, text, tr (self, N_("Target")), limits->target);
  append_limit (self, text, tr (self, N_("Warning")), limits->warning);
  append_limit (self, text, tr (self, N_("Lower target")), limits->target_low);
  append_limit (self, text, tr (self, N_("Lower warning")), limits->warning_low);

  return g_string_free (text, FALSE);
}

/* Limits that contradict the direction, which may have been changed since, are marked. */
static void
add_limit_row (KoyomiMetricWindow *self,
               KoyomiRecord       *limit)
{
  g_autofree char *day = koyomi_record_format (limit, KOYOMI_METRIC_LIMIT_FROM_DAY, get_language (self));
  g_autofree char *title = g_strdup_printf (tr (self, N_("from %s")), day);
  GtkWidget *row = koyomi_part_row_new (koyomi_record_get_id (limit), title);
  KoyomiMetricLimits limits;
  g_autofree char *text = NULL;
  g_autofree char *faulty = NULL;

  koyomi_metric_limits_read (&limits, limit);
  text = describe_limit (self, &limits);
  if (koyomi_metric_limits_check (&limits, koyomi_record_get_int (self->metric, KOYOMI_METRIC_DIRECTION)) != KOYOMI_LIMITS_GOOD)
    faulty = g_strdup_printf ("%s  ·  %s", text, tr (self, N_("These limits contradict each other: change them.")));
  koyomi_part_row_set_below (KOYOMI_PART_ROW (row), faulty != NULL ? faulty : text, faulty != NULL ? "warning" : NULL);
  if (koyomi_workspace_can_edit (get_workspace (self)))
    {
      koyomi_part_row_add_item (KOYOMI_PART_ROW (row), tr (self, N_("_Edit…")), "metric.edit-limit");
      koyomi_part_row_add_item (KOYOMI_PART_ROW (row), tr (self, N_("_Remove")), "metric.remove-limit");
    }
  koyomi_part_list_take (self->limits_list, row);
}

static int
compare_limits (gconstpointer a,
                gconstpointer b)
{
  guint32 first = koyomi_record_get_day (*(KoyomiRecord * const *) a, KOYOMI_METRIC_LIMIT_FROM_DAY);
  guint32 second = koyomi_record_get_day (*(KoyomiRecord * const *) b, KOYOMI_METRIC_LIMIT_FROM_DAY);

  return (first < second) - (first > second);
}

static void
show_limits (KoyomiMetricWindow *self)
{
  g_ptr_array_sort (self->limits, compare_limits);
  koyomi_part_list_clear (self->limits_list);
  for (guint i = 0; i < self->limits->len; i++)
    add_limit_row (self, g_ptr_array_index (self->limits, i));
  koyomi_part_list_show (self->limits_list);
}

static void
show_computed (KoyomiMetricWindow *self)
{
  g_autofree char *unit = koyomi_record_format (self->metric, KOYOMI_METRIC_UNIT, get_language (self));

  gtk_label_set_label (self->formula_label, koyomi_record_get_text (self->metric, KOYOMI_METRIC_FORMULA));
  gtk_label_set_label (self->data_label, koyomi_record_get_text (self->metric, KOYOMI_METRIC_DATA));
  gtk_label_set_label (self->unit_label, unit);
}

static gboolean
koyomi_metric_window_refresh (KoyomiPlanWindow  *window,
                              GError           **error)
{
  KoyomiMetricWindow *self = KOYOMI_METRIC_WINDOW (window);
  g_autoptr(KoyomiRecord) metric = koyomi_session_get (get_session (self), KOYOMI_TABLE_METRIC, self->id, get_language (self), error);
  GPtrArray *limits = NULL;

  if (metric == NULL || (limits = koyomi_session_list (get_session (self), KOYOMI_TABLE_METRIC_LIMIT, KOYOMI_METRIC_LIMIT_METRIC, self->id,
                                                       get_language (self), error)) == NULL)
    return FALSE;

  g_set_object (&self->metric, metric);
  g_clear_pointer (&self->limits, g_ptr_array_unref);
  self->limits = limits;
  gtk_window_set_title (GTK_WINDOW (self), koyomi_record_get_title (metric));
  adw_window_title_set_title (self->title, koyomi_record_get_title (metric));
  adw_window_title_set_subtitle (self->title, koyomi_record_get_text (metric, KOYOMI_METRIC_CODE));
  koyomi_record_form_show (self->name_form, metric);
  koyomi_record_form_show (self->form, metric);
  if (self->entered_form != NULL)
    koyomi_record_form_show (self->entered_form, metric);
  else
    show_computed (self);
  show_limits (self);

  return TRUE;
}

static KoyomiRecord *
find_limit (KoyomiMetricWindow *self,
            gint64              id)
{
  for (guint i = 0; i < self->limits->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->limits, i)) == id)
      return g_ptr_array_index (self->limits, i);

  return NULL;
}

static void
edit_limit_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  KoyomiMetricWindow *self = KOYOMI_METRIC_WINDOW (widget);
  KoyomiRecord *limit = find_limit (self, g_variant_get_int64 (parameter));

  if (limit != NULL && koyomi_workspace_can_edit (get_workspace (self)))
    koyomi_metric_limit_dialog_present (GTK_WINDOW (self), get_workspace (self), self->metric, limit);
}

static void
remove_limit_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  KoyomiMetricWindow *self = KOYOMI_METRIC_WINDOW (widget);
  g_autoptr(GError) error = NULL;

  if (koyomi_workspace_can_edit (get_workspace (self)) &&
      !koyomi_session_remove (get_session (self), KOYOMI_TABLE_METRIC_LIMIT, g_variant_get_int64 (parameter), get_language (self), &error))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), tr (self, N_("Nothing was removed")), error);
}

static void
add_limit_cb (KoyomiMetricWindow *self)
{
  koyomi_workspace_flush (get_workspace (self));
  koyomi_metric_limit_dialog_present (GTK_WINDOW (self), get_workspace (self), self->metric, NULL);
}

static void
library_cb (KoyomiMetricWindow *self)
{
  koyomi_workspace_flush (get_workspace (self));
  koyomi_metric_library_dialog_present (GTK_WINDOW (self), get_workspace (self));
}

static void
remove_metric (KoyomiMetricWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_remove_metric (get_session (self), self->id, get_language (self), &error))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), tr (self, N_("Nothing was removed")), error);
}

static void
answered_cb (KoyomiMetricWindow *self,
             const char         *response)
{
  if (g_strcmp0 (response, "remove") == 0)
    remove_metric (self);
}

/* The parts of a score go with it; what is a part itself does not. */
static gboolean
is_kept (KoyomiMetricWindow *self,
         GArray             *referring)
{
  for (guint i = 0; i < referring->len; i++)
    {
      KoyomiTableId table = g_array_index (referring, KoyomiReferring, i).table;

      if (table == KOYOMI_TABLE_METRIC_CLOSE || table == KOYOMI_TABLE_OBJECTIVE ||
          (table == KOYOMI_TABLE_METRIC_PART && !koyomi_metric_is_composite (self->metric)))
        return TRUE;
    }

  return FALSE;
}

/* Says what goes with the metric, or why it must stay. */
static void
ask_removal (KoyomiMetricWindow *self,
             GArray             *referring)
{
  g_autofree char *list = koyomi_referring_describe (referring, get_language (self));
  gboolean kept = is_kept (self, referring);
  g_autofree char *title = g_strdup_printf (kept ? tr (self, N_("“%s” is still needed")) : tr (self, N_("Remove “%s”?")),
                                            koyomi_record_get_title (self->metric));
  const char *advice = kept ? tr (self, N_("Closed figures stay, and objectives and scores need their KPIs. Retire the KPI instead: give it a "
                                           "day from which it is no longer measured."))
                            : tr (self, N_("These go with it. Undo brings them back."));
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", list, advice);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), title, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", tr (self, kept ? N_("_Close") : N_("_Cancel")));
  if (!kept)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "remove", tr (self, N_("_Remove")));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remove_cb (KoyomiMetricWindow *self)
{
  g_autoptr(GArray) referring = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_workspace_flush (get_workspace (self));
  referring = koyomi_session_list_referring (get_session (self), KOYOMI_TABLE_METRIC, self->id, &error);
  if (referring == NULL)
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), tr (self, N_("Nothing was removed")), error);
  else if (referring->len > 0)
    ask_removal (self, referring);
  else
    remove_metric (self);
}

static void
koyomi_metric_window_dispose (GObject *object)
{
  KoyomiMetricWindow *self = KOYOMI_METRIC_WINDOW (object);

  koyomi_ui_clear (object, children);
  g_clear_pointer (&self->limits, g_ptr_array_unref);
  g_clear_object (&self->metric);

  G_OBJECT_CLASS (koyomi_metric_window_parent_class)->dispose (object);
}

static void
koyomi_metric_window_class_init (KoyomiMetricWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_metric_window_refresh;

  gtk_widget_class_install_action (widget_class, "metric.edit-limit", "x", edit_limit_action);
  gtk_widget_class_install_action (widget_class, "metric.remove-limit", "x", remove_limit_action);
}

static void
koyomi_metric_window_init (KoyomiMetricWindow *self)
{
}

static GtkWidget *
make_limits_list (KoyomiMetricWindow *self)
{
  GtkWidget *list = koyomi_part_list_new (get_workspace (self), tr (self, N_("Limits")),
                                          tr (self, N_("No limits: values are shown but not judged.")));
  GtkWidget *button = gtk_button_new_with_mnemonic (tr (self, N_("Add _Limits…")));

  self->limits_list = KOYOMI_PART_LIST (list);
  koyomi_part_list_set_key (self->limits_list, KOYOMI_PART_KEY_ACTIVATE, "metric.edit-limit");
  koyomi_part_list_set_key (self->limits_list, KOYOMI_PART_KEY_REMOVE, "metric.remove-limit");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_limit_cb), self, G_CONNECT_SWAPPED);
  koyomi_part_list_add_footer (self->limits_list, button);

  return list;
}

static void
fill (KoyomiMetricWindow *self,
      gboolean            is_computed)
{
  KoyomiWorkspace *workspace = get_workspace (self);
  GtkWidget *before = self->computed;

  gtk_widget_set_visible (self->computed, is_computed);
  self->name_form = KOYOMI_RECORD_FORM (koyomi_record_form_new (workspace, name_inputs, G_N_ELEMENTS (name_inputs)));
  gtk_box_prepend (GTK_BOX (self->body), GTK_WIDGET (self->name_form));
  if (!is_computed)
    {
      self->entered_form = KOYOMI_RECORD_FORM (koyomi_record_form_new (workspace, entered_inputs, G_N_ELEMENTS (entered_inputs)));
      gtk_box_insert_child_after (GTK_BOX (self->body), GTK_WIDGET (self->entered_form), before);
      before = GTK_WIDGET (self->entered_form);
    }
  self->form = KOYOMI_RECORD_FORM (koyomi_record_form_new (workspace, inputs, G_N_ELEMENTS (inputs)));
  gtk_box_insert_child_after (GTK_BOX (self->body), GTK_WIDGET (self->form), before);
  gtk_box_insert_child_after (GTK_BOX (self->body), make_limits_list (self), GTK_WIDGET (self->form));
  gtk_widget_set_visible (self->remove_button, koyomi_workspace_can_edit (workspace));
  gtk_widget_set_sensitive (self->library_button, koyomi_workspace_can_edit (workspace));
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library_button, "clicked", G_CALLBACK (library_cb), self, G_CONNECT_SWAPPED);
}

/* @metric: 0 to make a new one */
void
koyomi_metric_window_present (GtkWindow       *parent,
                              KoyomiWorkspace *workspace,
                              gint64           metric)
{
  g_autoptr(KoyomiMetricWindow) self = NULL;
  g_autoptr(KoyomiRecord) record = NULL;

  if (metric == 0)
    {
      koyomi_metric_new_dialog_present (parent, workspace);
      return;
    }

  self = g_object_ref (g_object_new (KOYOMI_TYPE_METRIC_WINDOW, NULL));
  self->id = metric;
  record = koyomi_session_get (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_METRIC, metric,
                               koyomi_workspace_get_language (workspace), NULL);
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-metric-window", children);
  fill (self, record != NULL && koyomi_record_get_int (record, KOYOMI_METRIC_KIND) == KOYOMI_METRIC_KIND_COMPUTED);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), koyomi_record_form_get_first (self->name_form));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
