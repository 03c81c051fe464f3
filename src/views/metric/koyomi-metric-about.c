#include "koyomi-metric-about.h"

#include "koyomi-day.h"
#include "koyomi-metric-figure.h"

#include <math.h>

/* What 9.1 asks for, in its order. */
static const struct
{
  int         field;
  const char *label;
} lines[] = {
  { KOYOMI_METRIC_CODE, N_("Code") },
  { KOYOMI_METRIC_DATA, N_("What is measured") },
  { KOYOMI_METRIC_FORMULA, N_("Method") },
  { KOYOMI_METRIC_KIND, N_("Kind") },
  { KOYOMI_METRIC_UNIT, N_("Unit") },
  { KOYOMI_METRIC_DIRECTION, N_("Direction") },
  { KOYOMI_METRIC_MEASURED_WHEN, N_("Measured") },
  { KOYOMI_METRIC_MEASURED_BY, N_("Measured by") },
  { KOYOMI_METRIC_ANALYSED_WHEN, N_("Analysed") },
  { KOYOMI_METRIC_ANALYSED_BY, N_("Analysed by") },
  { KOYOMI_METRIC_SOURCE, N_("Source") },
  { KOYOMI_METRIC_NOTE, N_("Note") },
};

struct _KoyomiMetricAbout
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  GtkWidget       *box;
  GtkLabel        *values[G_N_ELEMENTS (lines)];
  GtkLabel        *limits;
};

G_DEFINE_FINAL_TYPE (KoyomiMetricAbout, koyomi_metric_about, GTK_TYPE_WIDGET)

static void
koyomi_metric_about_dispose (GObject *object)
{
  KoyomiMetricAbout *self = KOYOMI_METRIC_ABOUT (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_metric_about_parent_class)->dispose (object);
}

static void
koyomi_metric_about_class_init (KoyomiMetricAboutClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_about_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_metric_about_init (KoyomiMetricAbout *self)
{
}

static GtkLabel *
add_line (KoyomiMetricAbout *self,
          const char             *text,
          int                     row)
{
  GtkWidget *label = gtk_label_new (koyomi_workspace_tr (self->workspace, text));
  GtkWidget *value = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_grid_attach (GTK_GRID (self->box), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->box), value, 1, row, 1, 1);

  return GTK_LABEL (value);
}

GtkWidget *
koyomi_metric_about_new (KoyomiWorkspace *workspace)
{
  KoyomiMetricAbout *self = g_object_new (KOYOMI_TYPE_METRIC_ABOUT, NULL);

  self->workspace = g_object_ref (workspace);
  self->box = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->box), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->box), 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    self->values[i] = add_line (self, lines[i].label, i);
  self->limits = add_line (self, N_("Limits"), G_N_ELEMENTS (lines));

  return GTK_WIDGET (self);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  guint32 first = koyomi_record_get_day (*(KoyomiRecord * const *) a, KOYOMI_METRIC_LIMIT_FROM_DAY);
  guint32 second = koyomi_record_get_day (*(KoyomiRecord * const *) b, KOYOMI_METRIC_LIMIT_FROM_DAY);

  return (first < second) - (first > second);
}

/* “Target 24.0 h”, or “Target 2.0 h – 24.0 h”; "" for none */
static char *
format_limit (KoyomiRecord   *limit,
              int             low_field,
              int             field,
              const char     *name,
              KoyomiUnit      unit,
              KoyomiLanguage  language)
{
  double low = koyomi_record_get_real (limit, low_field), high = koyomi_record_get_real (limit, field);
  g_autofree char *first = koyomi_metric_format_value (low, unit, language);
  g_autofree char *last = koyomi_metric_format_value (high, unit, language);

  if (isnan (low) && isnan (high))
    return g_strdup ("");

  return isnan (low) ? g_strdup_printf ("%s %s", name, last) : g_strdup_printf ("%s %s – %s", name, first, last);
}

static void
append_limit (GString        *text,
              KoyomiRecord   *limit,
              KoyomiUnit      unit,
              KoyomiLanguage  language)
{
  g_autofree char *day = koyomi_day_format (koyomi_record_get_day (limit, KOYOMI_METRIC_LIMIT_FROM_DAY));
  /* Translators: from which day on limits hold */
  g_autofree char *from = g_strdup_printf (koyomi_tr (language, N_("From %s")), day);
  g_autofree char *target = format_limit (limit, KOYOMI_METRIC_LIMIT_TARGET_LOW, KOYOMI_METRIC_LIMIT_TARGET, koyomi_tr (language, N_("Target")),
                                          unit, language);
  g_autofree char *warning = format_limit (limit, KOYOMI_METRIC_LIMIT_WARNING_LOW, KOYOMI_METRIC_LIMIT_WARNING,
                                           koyomi_tr (language, N_("Warning")), unit, language);

  g_string_append_printf (text, "%s%s: %s%s%s", text->len > 0 ? "\n" : "", from, target, *target != '\0' && *warning != '\0' ? " · " : "", warning);
}

/* The newest first: old times keep the limits they had. */
static void
show_limits (KoyomiMetricAbout *self,
             KoyomiRecord           *metric)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(GPtrArray) limits = koyomi_session_list (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_METRIC_LIMIT,
                                                     KOYOMI_METRIC_LIMIT_METRIC, koyomi_record_get_id (metric), language, NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  if (limits != NULL)
    g_ptr_array_sort (limits, compare_days);
  for (guint i = 0; limits != NULL && i < limits->len; i++)
    append_limit (text, g_ptr_array_index (limits, i), koyomi_record_get_int (metric, KOYOMI_METRIC_UNIT), language);
  gtk_label_set_label (self->limits, text->len > 0 ? text->str : koyomi_workspace_tr (self->workspace, N_("None set: values are told, not judged")));
}

void
koyomi_metric_about_show (KoyomiMetricAbout *self,
                          KoyomiRecord           *metric)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);

  g_return_if_fail (KOYOMI_IS_METRIC_ABOUT (self));

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *text = koyomi_record_format (metric, lines[i].field, language);

      gtk_label_set_label (self->values[i], *text != '\0' ? text : "–");
    }
  show_limits (self, metric);
}
