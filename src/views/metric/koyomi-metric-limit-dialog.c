#include "koyomi-metric-limit-dialog.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-form-inputs.h"
#include "koyomi-metric-limits-check.h"
#include "koyomi-record-edit.h"

#include <math.h>

/* In the order of KoyomiMetricLimits. */
enum
{
  TARGET,
  WARNING,
  TARGET_LOW,
  WARNING_LOW,
  N_INPUTS
};

static const int fields[N_INPUTS] = {
  KOYOMI_METRIC_LIMIT_TARGET, KOYOMI_METRIC_LIMIT_WARNING, KOYOMI_METRIC_LIMIT_TARGET_LOW, KOYOMI_METRIC_LIMIT_WARNING_LOW
};

typedef struct
{
  KoyomiWorkspace  *workspace;
  KoyomiRecord     *metric;
  KoyomiRecord     *limit;
  gboolean          is_new;
  GPtrArray        *others;     /* (element-type KoyomiRecord): the limits of the metric */
  KoyomiFormDialog *dialog;     /* not owned, like what stands in it */
  KoyomiDayEntry   *day;
  KoyomiTextField  *inputs[N_INPUTS];
} Form;

static void
free_form (gpointer  data,
           GClosure *closure)
{
  Form *form = data;

  g_object_unref (form->workspace);
  g_object_unref (form->metric);
  g_object_unref (form->limit);
  g_clear_pointer (&form->others, g_ptr_array_unref);
  g_free (form);
}

static const char *tr (Form       *form,
                       const char *text) G_GNUC_FORMAT (2);

static const char *
tr (Form       *form,
    const char *text)
{
  return koyomi_workspace_tr (form->workspace, text);
}

/* Limits of one day twice would leave open which of them count. */
static gboolean
check_day (Form *form)
{
  guint32 day = koyomi_day_entry_get_day (form->day);
  gboolean is_taken = FALSE;

  for (guint i = 0; form->others != NULL && i < form->others->len; i++)
    {
      KoyomiRecord *other = g_ptr_array_index (form->others, i);

      is_taken = is_taken || (koyomi_record_get_id (other) != koyomi_record_get_id (form->limit) &&
                              koyomi_record_get_day (other, KOYOMI_METRIC_LIMIT_FROM_DAY) == day);
    }
  koyomi_day_entry_set_message (form->day, is_taken ? tr (form, N_("There are limits from this day already: change those.")) : NULL);

  return !is_taken && day != KOYOMI_DAY_NONE;
}

/* Says beside which input what is wrong. */
static gboolean
check_limits (Form                     *form,
              const KoyomiMetricLimits *limits)
{
  static const struct
  {
    int         input;
    const char *text;
  } faults[] = {
    [KOYOMI_LIMITS_GOOD] = { -1, NULL },
    [KOYOMI_LIMITS_EMPTY] = { -1, NULL },
    [KOYOMI_LIMITS_WARNING_ABOVE] = { WARNING, N_("Higher is better: the warning cannot be above the target.") },
    [KOYOMI_LIMITS_WARNING_BELOW] = { WARNING, N_("The warning cannot be below the target.") },
    [KOYOMI_LIMITS_LOW_TARGET_ABOVE] = { TARGET_LOW, N_("The lower target cannot be above the target.") },
    [KOYOMI_LIMITS_LOW_TARGET_LACKS] = { TARGET_LOW, N_("A lower warning needs a lower target.") },
    [KOYOMI_LIMITS_LOW_WARNING_ABOVE] = { WARNING_LOW, N_("The lower warning cannot be above the lower target.") },
  };
  KoyomiLimitsFault fault = koyomi_metric_limits_check (limits, koyomi_record_get_int (form->metric, KOYOMI_METRIC_DIRECTION));

  if (faults[fault].input >= 0)
    koyomi_text_field_set_message (form->inputs[faults[fault].input], tr (form, faults[fault].text));

  return fault == KOYOMI_LIMITS_GOOD;
}

static gboolean
read_limits (Form               *form,
             KoyomiMetricLimits *limits)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  double *numbers[N_INPUTS] = { &limits->target, &limits->warning, &limits->target_low, &limits->warning_low };
  gboolean is_good = TRUE;

  for (guint i = 0; i < N_INPUTS; i++)
    is_good = koyomi_form_inputs_read_number (form->inputs[i], language, numbers[i]) && is_good;

  return is_good && check_limits (form, limits);
}

static void
update (Form *form)
{
  KoyomiMetricLimits limits;
  gboolean is_day_good = check_day (form);

  koyomi_form_dialog_set_can_accept (form->dialog, read_limits (form, &limits) && is_day_good);
}

static gboolean
day_cb (Form *form)
{
  update (form);

  return TRUE;
}

static gboolean
save (Form    *form,
      GError **error)
{
  KoyomiSession *session = koyomi_workspace_get_session (form->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);

  return form->is_new ? koyomi_session_add (session, form->limit, language, error) != 0
                      : koyomi_session_save (session, form->limit, language, error);
}

static gboolean
accepted_cb (KoyomiFormDialog *dialog,
             gpointer          data)
{
  Form *form = data;
  KoyomiMetricLimits limits;
  g_autoptr(GError) error = NULL;

  if (!koyomi_day_entry_commit (form->day) || !check_day (form) || !read_limits (form, &limits))
    return FALSE;

  koyomi_record_set_int (form->limit, KOYOMI_METRIC_LIMIT_FROM_DAY, koyomi_day_entry_get_day (form->day));
  koyomi_record_set_real (form->limit, KOYOMI_METRIC_LIMIT_TARGET, limits.target);
  koyomi_record_set_real (form->limit, KOYOMI_METRIC_LIMIT_WARNING, limits.warning);
  koyomi_record_set_real (form->limit, KOYOMI_METRIC_LIMIT_TARGET_LOW, limits.target_low);
  koyomi_record_set_real (form->limit, KOYOMI_METRIC_LIMIT_WARNING_LOW, limits.warning_low);
  if (save (form, &error))
    return TRUE;

  koyomi_workspace_fail (form->workspace, tr (form, N_("The limits were not saved")), error);

  return FALSE;
}

static KoyomiTextField *
add_number (Form       *form,
            GtkBox     *line,
            const char *caption,
            int         input)
{
  double number = form->is_new ? NAN : koyomi_record_get_real (form->limit, fields[input]);
  g_autofree char *text = koyomi_form_inputs_write_number (number);

  return koyomi_form_inputs_add_text (form->dialog, line, caption, text, G_CALLBACK (update), form);
}

static GtkWidget *
make_hint (Form *form)
{
  static const char *hints[] = {
    [KOYOMI_DIRECTION_DOWN] = N_("Lower is better: up to the target a value is on target, up to the warning at risk."),
    [KOYOMI_DIRECTION_UP] = N_("Higher is better: from the target on a value is on target, from the warning on at risk."),
    [KOYOMI_DIRECTION_NEUTRAL] = N_("Up to the target a value is on target, up to the warning at risk."),
  };
  GtkWidget *label = gtk_label_new (tr (form, hints[koyomi_record_get_int (form->metric, KOYOMI_METRIC_DIRECTION)]));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static void
fill (Form *form)
{
  KoyomiLanguage language = koyomi_workspace_get_language (form->workspace);
  GtkWidget *day = koyomi_day_entry_new (tr (form, N_("Effective _from")), language);
  GtkBox *upper, *lower;

  koyomi_form_dialog_accept_on_enter (form->dialog, koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (day)));
  form->day = KOYOMI_DAY_ENTRY (day);
  koyomi_day_entry_show_day (form->day, koyomi_record_get_day (form->limit, KOYOMI_METRIC_LIMIT_FROM_DAY));
  g_signal_connect_swapped (day, "commit", G_CALLBACK (day_cb), form);
  koyomi_form_dialog_append (form->dialog, day);
  koyomi_form_dialog_append (form->dialog, make_hint (form));

  upper = koyomi_form_inputs_add_line (form->dialog);
  lower = koyomi_form_inputs_add_line (form->dialog);
  form->inputs[TARGET] = add_number (form, upper, tr (form, N_("_Target")), TARGET);
  form->inputs[WARNING] = add_number (form, upper, tr (form, N_("_Warning")), WARNING);
  form->inputs[TARGET_LOW] = add_number (form, lower, tr (form, N_("_Lower target, if there is one")), TARGET_LOW);
  form->inputs[WARNING_LOW] = add_number (form, lower, tr (form, N_("L_ower warning")), WARNING_LOW);
}

/* From today, if that is free. */
static KoyomiRecord *
make_limit (KoyomiRecord *metric)
{
  KoyomiRecord *limit = koyomi_record_new (KOYOMI_TABLE_METRIC_LIMIT);

  koyomi_record_set_int (limit, KOYOMI_METRIC_LIMIT_METRIC, koyomi_record_get_id (metric));
  koyomi_record_set_int (limit, KOYOMI_METRIC_LIMIT_FROM_DAY, koyomi_day_today ());

  return limit;
}

/* @limit: (nullable): NULL for new ones */
void
koyomi_metric_limit_dialog_present (GtkWindow       *parent,
                                    KoyomiWorkspace *workspace,
                                    KoyomiRecord    *metric,
                                    KoyomiRecord    *limit)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  Form *form = g_new0 (Form, 1);

  form->workspace = g_object_ref (workspace);
  form->metric = g_object_ref (metric);
  form->is_new = limit == NULL;
  form->limit = limit != NULL ? g_object_ref (limit) : make_limit (metric);
  form->others = koyomi_session_list (koyomi_workspace_get_session (workspace), KOYOMI_TABLE_METRIC_LIMIT, KOYOMI_METRIC_LIMIT_METRIC,
                                      koyomi_record_get_id (metric), language, NULL);
  form->dialog = koyomi_form_dialog_new (parent, language, tr (form, N_("Limits")), tr (form, N_("_Save")));
  fill (form);
  update (form);
  koyomi_form_dialog_set_first_focus (form->dialog, koyomi_day_entry_get_input (form->day));
  g_signal_connect_data (form->dialog, "accepted", G_CALLBACK (accepted_cb), form, free_form, 0);
  koyomi_form_dialog_present (form->dialog);
}
