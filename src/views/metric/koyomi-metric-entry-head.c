#include "koyomi-metric-entry-head.h"

#include "koyomi-metric-status.h"

#define N_COLUMNS KOYOMI_METRIC_GRID_MONTHS

/* The metric of a row. */
typedef struct
{
  GtkWidget    *box;
  GtkWidget    *name;
  GtkWidget    *details;
  GtkSizeGroup *height;     /* of all that is in the row */
} Line;

struct _KoyomiMetricEntryHead
{
  GtkWidget       parent_instance;

  KoyomiLanguage  language;
  GtkWidget      *frame;                 /* the GtkGrid of the four parts */
  GtkWidget      *months;                /* a GtkGrid of labels */
  GtkWidget      *names;                 /* a GtkBox of lines */
  GtkWidget      *labels[N_COLUMNS];
  GtkSizeGroup   *widths[N_COLUMNS];     /* of all that is in the column */
  GPtrArray      *lines;                 /* (element-type Line) */
};

G_DEFINE_FINAL_TYPE (KoyomiMetricEntryHead, koyomi_metric_entry_head, GTK_TYPE_WIDGET)

static void
free_line (gpointer data)
{
  Line *line = data;

  g_object_unref (line->height);
  g_free (line);
}

static void
koyomi_metric_entry_head_dispose (GObject *object)
{
  KoyomiMetricEntryHead *self = KOYOMI_METRIC_ENTRY_HEAD (object);

  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_object (&self->widths[i]);

  G_OBJECT_CLASS (koyomi_metric_entry_head_parent_class)->dispose (object);
}

static void
koyomi_metric_entry_head_class_init (KoyomiMetricEntryHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_entry_head_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_metric_entry_head_init (KoyomiMetricEntryHead *self)
{
  self->lines = g_ptr_array_new_with_free_func (free_line);
}

/* A part that scrolls along with the cells but has no bar of its own. */
static GtkWidget *
make_part (GtkWidget      *child,
           GtkOrientation  orientation)
{
  GtkWidget *part = gtk_scrolled_window_new ();
  gboolean is_wide = orientation == GTK_ORIENTATION_HORIZONTAL;

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (part), is_wide ? GTK_POLICY_EXTERNAL : GTK_POLICY_NEVER,
                                  is_wide ? GTK_POLICY_NEVER : GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (part), child);

  return part;
}

static void
follow (GtkAdjustment *from,
        GtkAdjustment *to)
{
  g_object_bind_property (from, "value", to, "value", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
add_months (KoyomiMetricEntryHead *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      self->labels[i] = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (self->labels[i]), 1);
      gtk_widget_add_css_class (self->labels[i], "koyomi-entry-month");
      gtk_grid_attach (GTK_GRID (self->months), self->labels[i], i, 0, 1, 1);
      self->widths[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
      gtk_size_group_add_widget (self->widths[i], self->labels[i]);
    }
}

/* @scroller: (transfer floating): that of the cells */
GtkWidget *
koyomi_metric_entry_head_new (GtkScrolledWindow *scroller,
                              KoyomiLanguage     language)
{
  KoyomiMetricEntryHead *self = g_object_new (KOYOMI_TYPE_METRIC_ENTRY_HEAD, NULL);
  GtkWidget *corner = gtk_label_new (koyomi_tr (language, N_("KPI")));
  GtkWidget *above, *beside;

  self->language = language;
  self->frame = gtk_grid_new ();
  self->months = gtk_grid_new ();
  self->names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (self->names, GTK_ALIGN_START);
  add_months (self);

  gtk_label_set_xalign (GTK_LABEL (corner), 0);
  gtk_widget_add_css_class (corner, "koyomi-entry-corner");
  above = make_part (self->months, GTK_ORIENTATION_HORIZONTAL);
  beside = make_part (self->names, GTK_ORIENTATION_VERTICAL);
  follow (gtk_scrolled_window_get_hadjustment (scroller), gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (above)));
  follow (gtk_scrolled_window_get_vadjustment (scroller), gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (beside)));
  gtk_widget_set_hexpand (GTK_WIDGET (scroller), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (scroller), TRUE);

  gtk_grid_attach (GTK_GRID (self->frame), corner, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->frame), above, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->frame), beside, 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (self->frame), GTK_WIDGET (scroller), 1, 1, 1, 1);
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 22);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
add_line (KoyomiMetricEntryHead *self)
{
  Line *line = g_new0 (Line, 1);

  line->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  line->name = add_label (line->box, NULL);
  line->details = add_label (line->box, "caption");
  line->height = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  gtk_size_group_add_widget (line->height, line->box);
  gtk_widget_add_css_class (line->box, "koyomi-entry-name");
  gtk_box_append (GTK_BOX (self->names), line->box);
  g_ptr_array_add (self->lines, line);
}

static void
drop_last_line (KoyomiMetricEntryHead *self)
{
  Line *line = g_ptr_array_index (self->lines, self->lines->len - 1);

  gtk_box_remove (GTK_BOX (self->names), line->box);
  g_ptr_array_set_size (self->lines, self->lines->len - 1);
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* Such as “% · Monthly” or “% · ◌ Out of date”. */
static void
show_line (KoyomiMetricEntryHead     *self,
           Line                      *line,
           const KoyomiMetricGridRow *row)
{
  const KoyomiField *frequency = &koyomi_record_get_table (row->metric)->fields[KOYOMI_FIELD_INDEX (KOYOMI_METRIC_FREQUENCY)];
  g_autofree char *unit = koyomi_record_format (row->metric, KOYOMI_METRIC_UNIT, self->language);
  const char *word = koyomi_field_get_word_label (frequency, koyomi_metric_get_frequency (row->metric), self->language);
  g_autofree char *stale = NULL;
  g_autofree char *details = NULL;

  if (row->is_stale)
    stale = g_strdup_printf ("%s %s", koyomi_metric_status_get_glyph (KOYOMI_METRIC_STALE),
                             koyomi_metric_status_get_label (KOYOMI_METRIC_STALE, self->language));
  details = g_strdup_printf ("%s · %s", unit, stale != NULL ? stale : word);
  gtk_label_set_label (GTK_LABEL (line->name), koyomi_record_get_title (row->metric));
  gtk_label_set_label (GTK_LABEL (line->details), details);
  gtk_widget_set_tooltip_text (line->box, koyomi_record_get_title (row->metric));
  set_class (line->details, "warning", row->is_stale);
  set_class (line->details, "dim-label", !row->is_stale);
}

void
koyomi_metric_entry_head_show (KoyomiMetricEntryHead *self,
                               GPtrArray             *grid,
                               KoyomiFiscalYear       year)
{
  g_return_if_fail (KOYOMI_IS_METRIC_ENTRY_HEAD (self));

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *month = koyomi_fiscal_year_format_month (year, i, self->language);

      gtk_label_set_label (GTK_LABEL (self->labels[i]), month);
    }

  while (self->lines->len > grid->len)
    drop_last_line (self);
  while (self->lines->len < grid->len)
    add_line (self);
  for (guint i = 0; i < grid->len; i++)
    show_line (self, g_ptr_array_index (self->lines, i), g_ptr_array_index (grid, i));
}

/* Makes the cell as wide as its month and as high as its metric. */
void
koyomi_metric_entry_head_join (KoyomiMetricEntryHead *self,
                               GtkWidget             *cell,
                               guint                  row,
                               guint                  column)
{
  g_return_if_fail (KOYOMI_IS_METRIC_ENTRY_HEAD (self) && row < self->lines->len && column < N_COLUMNS);

  gtk_size_group_add_widget (self->widths[column], cell);
  gtk_size_group_add_widget (((Line *) g_ptr_array_index (self->lines, row))->height, cell);
}

/* Shows which month and which metric the chosen cell belongs to. */
void
koyomi_metric_entry_head_mark (KoyomiMetricEntryHead *self,
                               guint                  row,
                               guint                  column)
{
  g_return_if_fail (KOYOMI_IS_METRIC_ENTRY_HEAD (self));

  for (guint i = 0; i < N_COLUMNS; i++)
    set_class (self->labels[i], "chosen", i == column);
  for (guint i = 0; i < self->lines->len; i++)
    set_class (((Line *) g_ptr_array_index (self->lines, i))->box, "chosen", i == row);
}
