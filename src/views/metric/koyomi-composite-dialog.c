#include "koyomi-composite-dialog.h"

#include "koyomi-composite-edit.h"
#include "koyomi-day.h"
#include "koyomi-form-inputs.h"
#include "koyomi-metric-definition.h"
#include "koyomi-text.h"

/* What a new part weighs until somebody says otherwise. */
#define NEW_WEIGHT 10

typedef struct
{
  KoyomiWorkspace  *workspace;
  KoyomiFormDialog *dialog;      /* whose data this is */
  GtkWidget        *from;        /* (nullable): weak */
  gint64            metric;      /* 0 for a new one */
  KoyomiTextField  *name;        /* NULL unless it is new */
  KoyomiTextField  *code;
  GtkLabel         *sum;
  GtkWidget        *list;
  GPtrArray        *metrics;     /* (element-type KoyomiRecord): which can be parts, the parts first */
  GPtrArray        *spins;       /* (element-type GtkSpinButton): their weights, borrowed */
} Composite;

static void
free_composite (Composite *self)
{
  g_clear_weak_pointer (&self->from);
  g_object_unref (self->workspace);
  g_clear_pointer (&self->metrics, g_ptr_array_unref);
  g_ptr_array_unref (self->spins);
  g_free (self);
}

static const char *tr (Composite  *self,
                       const char *text) G_GNUC_FORMAT (2);

static const char *
tr (Composite  *self,
    const char *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

static int
get_weight (Composite *self,
            guint      index)
{
  return gtk_spin_button_get_value_as_int (g_ptr_array_index (self->spins, index));
}

static gboolean
has_names (Composite *self)
{
  g_autofree char *code = NULL;
  gboolean is_taken;

  if (self->name == NULL)
    return TRUE;

  code = koyomi_text_field_dup_text (self->code);
  is_taken = koyomi_session_find_metric (koyomi_workspace_get_session (self->workspace), g_strstrip (code), NULL) != 0;
  koyomi_text_field_set_message (self->code, is_taken ? tr (self, N_("Another KPI has this code.")) : NULL);

  return koyomi_form_inputs_is_filled (self->name) && !koyomi_text_is_blank (code) && !is_taken;
}

static void
update (Composite *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  guint n_parts = 0, whole = 0;
  g_autofree char *sum = NULL;

  for (guint i = 0; i < self->spins->len; i++)
    {
      n_parts += get_weight (self, i) > 0;
      whole += get_weight (self, i);
    }

  if (n_parts < KOYOMI_FEWEST_METRIC_PARTS)
    sum = g_strdup (tr (self, N_("Give two KPIs or more a weight. Those without a target are not here: set limits for them first.")));
  else
    /* Translators: how many parts a composite score has, and the sum of their weights */
    sum = g_strdup_printf (koyomi_ntr (language, "%1$u part, weights of %2$u together", "%1$u parts, weights of %2$u together", n_parts), n_parts, whole);
  gtk_label_set_label (self->sum, sum);
  koyomi_form_dialog_set_can_accept (self->dialog, has_names (self) && n_parts >= KOYOMI_FEWEST_METRIC_PARTS);
}

/* Returns: (transfer full) (element-type KoyomiMetricWeight) */
static GArray *
list_weights (Composite *self)
{
  GArray *weights = g_array_new (FALSE, FALSE, sizeof (KoyomiMetricWeight));

  for (guint i = 0; i < self->metrics->len; i++)
    {
      KoyomiMetricWeight weight = { koyomi_record_get_id (g_ptr_array_index (self->metrics, i)), get_weight (self, i) };

      if (weight.weight > 0)
        g_array_append_val (weights, weight);
    }

  return weights;
}

static gboolean
save (Composite  *self,
      GError    **error)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(GArray) weights = list_weights (self);
  g_autofree char *name = NULL;
  g_autofree char *code = NULL;

  if (self->metric != 0)
    return koyomi_session_set_metric_weights (session, self->metric, weights, language, error);

  name = koyomi_text_field_dup_text (self->name);
  code = koyomi_text_field_dup_text (self->code);
  if ((self->metric = koyomi_session_add_composite (session, g_strstrip (name), g_strstrip (code), weights, language, error)) == 0)
    return FALSE;

  if (self->from != NULL)
    gtk_widget_activate_action (self->from, "metric.open", "x", self->metric);

  return TRUE;
}

static gboolean
accepted_cb (Composite *self)
{
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < self->spins->len; i++)
    gtk_spin_button_update (g_ptr_array_index (self->spins, i));
  if (save (self, &error))
    return TRUE;

  koyomi_workspace_fail (self->workspace, tr (self, N_("The score was not changed")), error);

  return FALSE;
}

/* A row that is pressed becomes a part, or is none any more. */
static void
activated_cb (AdwActionRow  *row,
              GtkSpinButton *spin)
{
  gtk_spin_button_set_value (spin, gtk_spin_button_get_value_as_int (spin) > 0 ? 0 : NEW_WEIGHT);
}

static void
add_row (Composite    *self,
         KoyomiRecord *metric,
         int           weight)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, KOYOMI_MOST_METRIC_WEIGHT, 5);
  /* Translators: the name of the field for how much a KPI weighs in a score */
  g_autofree char *name = g_strdup_printf (tr (self, N_("Weight of “%s”")), koyomi_record_get_title (metric));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), koyomi_record_get_title (metric));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), koyomi_record_get_text (metric, KOYOMI_METRIC_CODE));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), weight);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), spin);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (update), self);
  g_ptr_array_add (self->spins, spin);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static int
find_metric (Composite *self,
             gint64     id)
{
  for (guint i = 0; i < self->metrics->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->metrics, i)) == id)
      return i;

  return -1;
}

/* The parts come first. One that has lost its limits or was retired is still among them, so that it can be taken out. */
static guint
put_parts_first (Composite    *self,
                 const GArray *weights)
{
  guint n_parts = 0;

  for (guint i = 0; i < weights->len; i++)
    {
      gint64 id = g_array_index (weights, KoyomiMetricWeight, i).metric;
      int place = find_metric (self, id);
      KoyomiRecord *metric = place >= 0 ? g_ptr_array_steal_index (self->metrics, place)
                                        : koyomi_session_get (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_METRIC, id,
                                                              koyomi_workspace_get_language (self->workspace), NULL);

      if (metric != NULL)
        g_ptr_array_insert (self->metrics, n_parts++, metric);
    }

  return n_parts;
}

static gboolean
load (Composite  *self,
      GArray    **weights,
      GError    **error)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);

  if ((*weights = koyomi_session_list_metric_weights (session, self->metric, error)) == NULL ||
      (self->metrics = koyomi_session_list_scored_metrics (session, koyomi_day_today (), koyomi_workspace_get_language (self->workspace),
                                                           error)) == NULL)
    return FALSE;

  return TRUE;
}

static void
build_names (Composite *self)
{
  g_autofree char *proposed = koyomi_session_propose_metric_code (koyomi_workspace_get_session (self->workspace), NULL);
  GtkBox *line = koyomi_form_inputs_add_line (self->dialog);

  self->name = koyomi_form_inputs_add_text (self->dialog, line, tr (self, N_("_Name")), NULL, G_CALLBACK (update), self);
  self->code = koyomi_form_inputs_add_text (self->dialog, line, tr (self, N_("Cod_e")), proposed, G_CALLBACK (update), self);
  koyomi_form_dialog_set_first_focus (self->dialog, koyomi_text_field_get_input (self->name));
}

static void
build (Composite    *self,
       const GArray *weights)
{
  guint n_parts = put_parts_first (self, weights);

  self->sum = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->sum, 0);
  gtk_label_set_wrap (self->sum, TRUE);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, tr (self, N_("KPIs and their weights")), -1);
  for (guint i = 0; i < self->metrics->len; i++)
    add_row (self, g_ptr_array_index (self->metrics, i), i < n_parts ? g_array_index (weights, KoyomiMetricWeight, i).weight : 0);
  koyomi_form_dialog_append (self->dialog, GTK_WIDGET (self->sum));
  koyomi_form_dialog_append (self->dialog, self->list);
}

/* @from: in the view of the metrics, which shows a new one then
 * @metric: a composite score; 0 to make a new one */
void
koyomi_composite_dialog_present (GtkWidget       *from,
                                 KoyomiWorkspace *workspace,
                                 gint64           metric)
{
  Composite *self = g_new0 (Composite, 1);
  g_autoptr(GArray) weights = NULL;
  g_autoptr(GError) error = NULL;

  g_set_weak_pointer (&self->from, from);
  self->workspace = g_object_ref (workspace);
  self->metric = metric;
  self->spins = g_ptr_array_new ();
  if (!load (self, &weights, &error))
    {
      koyomi_workspace_fail (workspace, tr (self, N_("The plan could not be read")), error);
      free_composite (self);
      return;
    }

  self->dialog = koyomi_form_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), koyomi_workspace_get_language (workspace),
                                         tr (self, metric != 0 ? N_("Weights of the Score") : N_("New Composite Score")),
                                         tr (self, metric != 0 ? N_("_Apply") : N_("_Add")));
  g_object_set_data_full (G_OBJECT (self->dialog), "koyomi-composite", self, (GDestroyNotify) free_composite);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (accepted_cb), self);
  if (metric == 0)
    build_names (self);
  build (self, weights);
  update (self);
  if (metric != 0)
    koyomi_form_dialog_set_first_focus (self->dialog, self->list);
  koyomi_form_dialog_make_tall (self->dialog);
  koyomi_form_dialog_present (self->dialog);
}
