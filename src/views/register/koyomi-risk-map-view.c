#include "koyomi-risk-map-view.h"

#include "koyomi-focus.h"

struct _KoyomiRiskMapView
{
  GtkWidget        parent_instance;

  KoyomiLanguage   language;
  KoyomiRiskMap    map;
  GtkToggleButton *now_button;
  GtkToggleButton *goal_button;
  GtkToggleButton *cells[KOYOMI_RISK_STEPS][KOYOMI_RISK_STEPS];   /* by likelihood and impact, from 0 */
  gboolean         is_showing;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiRiskMapView, koyomi_risk_map_view, GTK_TYPE_WIDGET)

static void
koyomi_risk_map_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (koyomi_risk_map_view_parent_class)->dispose (object);
}

static void
koyomi_risk_map_view_class_init (KoyomiRiskMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_risk_map_view_dispose;
  widget_class->focus = koyomi_focus_move;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KOYOMI_TYPE_RISK_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_risk_map_view_init (KoyomiRiskMapView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
}

static gboolean
shows_goal (KoyomiRiskMapView *self)
{
  return gtk_toggle_button_get_active (self->goal_button);
}

/* Such as “Likelihood 4 Likely, impact 5 Grave: 2 risks (High)” */
static char *
describe_cell (KoyomiRiskMapView *self,
               int                likelihood,
               int                impact,
               guint              n_risks)
{
  g_autofree char *count = g_strdup_printf (koyomi_ntr (self->language, "%u risk", "%u risks", n_risks), n_risks);

  /* Translators: the steps of likelihood and impact with their names, how many risks are there, and how high the level is */
  return g_strdup_printf (koyomi_tr (self->language, N_("Likelihood %d %s, impact %d %s: %s (%s)")),
                          likelihood, koyomi_risk_get_likelihood_label (likelihood, self->language),
                          impact, koyomi_risk_get_impact_label (impact, self->language), count,
                          koyomi_risk_band_get_label (koyomi_risk_get_band (likelihood, impact), self->language));
}

static void
show_cell (KoyomiRiskMapView *self,
           int                i,
           int                j)
{
  GtkToggleButton *cell = self->cells[i][j];
  guint n_risks = shows_goal (self) ? self->map.target[i][j] : self->map.now[i][j];
  g_autofree char *text = n_risks > 0 ? g_strdup_printf ("%u", n_risks) : g_strdup ("");
  g_autofree char *description = describe_cell (self, i + 1, j + 1, n_risks);

  gtk_button_set_label (GTK_BUTTON (cell), text);
  gtk_widget_set_sensitive (GTK_WIDGET (cell), n_risks > 0);
  if (n_risks == 0)
    gtk_toggle_button_set_active (cell, FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (cell), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

static void
show_cells (KoyomiRiskMapView *self)
{
  self->is_showing = TRUE;
  for (int i = 0; i < KOYOMI_RISK_STEPS; i++)
    for (int j = 0; j < KOYOMI_RISK_STEPS; j++)
      show_cell (self, i, j);
  self->is_showing = FALSE;
}

/* Of the cells one is chosen at most. */
static void
cell_cb (KoyomiRiskMapView *self,
         GtkToggleButton   *chosen)
{
  if (self->is_showing)
    return;

  self->is_showing = TRUE;
  for (int i = 0; i < KOYOMI_RISK_STEPS; i++)
    for (int j = 0; j < KOYOMI_RISK_STEPS; j++)
      if (self->cells[i][j] != chosen)
        gtk_toggle_button_set_active (self->cells[i][j], FALSE);
  self->is_showing = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
moment_cb (KoyomiRiskMapView *self)
{
  koyomi_risk_map_view_clear (self);
  show_cells (self);
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static GtkWidget *
make_cell (KoyomiRiskMapView *self,
           int                i,
           int                j)
{
  static const char * const classes[] = {
    [KOYOMI_RISK_BAND_LOW] = "koyomi-good", [KOYOMI_RISK_BAND_MEDIUM] = "koyomi-warned", [KOYOMI_RISK_BAND_HIGH] = "koyomi-bad",
  };
  GtkWidget *cell = gtk_toggle_button_new ();

  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_add_css_class (cell, "koyomi-risk-cell");
  gtk_widget_add_css_class (cell, classes[koyomi_risk_get_band (i + 1, j + 1)]);
  g_signal_connect_object (cell, "toggled", G_CALLBACK (cell_cb), self, G_CONNECT_SWAPPED);
  self->cells[i][j] = GTK_TOGGLE_BUTTON (cell);

  return cell;
}

/* The likelihood goes up, the impact to the right. */
static GtkWidget *
make_grid (KoyomiRiskMapView *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 3);
  for (int i = 0; i < KOYOMI_RISK_STEPS; i++)
    {
      g_autofree char *likelihood = g_strdup_printf ("%d %s", KOYOMI_RISK_STEPS - i,
                                                     koyomi_risk_get_likelihood_label (KOYOMI_RISK_STEPS - i, self->language));
      g_autofree char *impact = g_strdup_printf ("%d", i + 1);
      GtkWidget *name = make_label (likelihood);
      GtkWidget *foot = make_label (impact);

      gtk_label_set_xalign (GTK_LABEL (name), 1);
      gtk_widget_set_tooltip_text (foot, koyomi_risk_get_impact_label (i + 1, self->language));
      gtk_grid_attach (GTK_GRID (grid), name, 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), foot, i + 1, KOYOMI_RISK_STEPS, 1, 1);
      for (int j = 0; j < KOYOMI_RISK_STEPS; j++)
        gtk_grid_attach (GTK_GRID (grid), make_cell (self, KOYOMI_RISK_STEPS - 1 - i, j), j + 1, i, 1, 1);
    }
  gtk_grid_attach (GTK_GRID (grid), make_label (koyomi_tr (self->language, N_("Likelihood ↑  Impact →"))), 0, KOYOMI_RISK_STEPS + 1,
                   KOYOMI_RISK_STEPS + 1, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_tr (self->language, N_("Map of risks")), -1);

  return grid;
}

static GtkWidget *
make_moments (KoyomiRiskMapView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->now_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_mnemonic (koyomi_tr (self->language, N_("Levels N_ow"))));
  self->goal_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_mnemonic (koyomi_tr (self->language, N_("Levels Aimed _At"))));
  gtk_toggle_button_set_group (self->goal_button, self->now_button);
  gtk_toggle_button_set_active (self->now_button, TRUE);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->now_button));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->goal_button));
  g_signal_connect_object (self->goal_button, "toggled", G_CALLBACK (moment_cb), self, G_CONNECT_SWAPPED);

  return box;
}

GtkWidget *
koyomi_risk_map_view_new (KoyomiLanguage language)
{
  KoyomiRiskMapView *self = g_object_new (KOYOMI_TYPE_RISK_MAP_VIEW, NULL);

  self->language = language;
  gtk_widget_set_parent (make_moments (self), GTK_WIDGET (self));
  gtk_widget_set_parent (make_grid (self), GTK_WIDGET (self));
  show_cells (self);

  return GTK_WIDGET (self);
}

void
koyomi_risk_map_view_show (KoyomiRiskMapView   *self,
                           const KoyomiRiskMap *map)
{
  gboolean had_cell = koyomi_risk_map_view_get_cell (self, NULL, NULL, NULL);

  self->map = *map;
  show_cells (self);
  if (had_cell && !koyomi_risk_map_view_get_cell (self, NULL, NULL, NULL))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/**
 * koyomi_risk_map_view_get_cell:
 * @field: (out) (optional): the likelihood of the map that is shown
 * @likelihood: (out) (optional): from 1
 * @impact: (out) (optional): from 1
 *
 * Returns: whether a cell is chosen
 */
gboolean
koyomi_risk_map_view_get_cell (KoyomiRiskMapView *self,
                               int               *field,
                               int               *likelihood,
                               int               *impact)
{
  for (int i = 0; i < KOYOMI_RISK_STEPS; i++)
    for (int j = 0; j < KOYOMI_RISK_STEPS; j++)
      if (gtk_toggle_button_get_active (self->cells[i][j]))
        {
          if (field != NULL)
            *field = shows_goal (self) ? KOYOMI_RISK_TARGET_LIKELIHOOD : KOYOMI_RISK_LIKELIHOOD;
          if (likelihood != NULL)
            *likelihood = i + 1;
          if (impact != NULL)
            *impact = j + 1;
          return TRUE;
        }

  return FALSE;
}

/* Lets no cell be chosen. */
void
koyomi_risk_map_view_clear (KoyomiRiskMapView *self)
{
  for (int i = 0; i < KOYOMI_RISK_STEPS; i++)
    for (int j = 0; j < KOYOMI_RISK_STEPS; j++)
      gtk_toggle_button_set_active (self->cells[i][j], FALSE);
}
