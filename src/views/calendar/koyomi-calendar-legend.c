#include "koyomi-calendar-legend.h"

#include "koyomi-timeline-paint.h"

#include <adwaita.h>

#define SWATCH_WIDTH 24
#define SWATCH_HEIGHT 14

struct _KoyomiCalendarLegend
{
  GtkWidget             parent_instance;

  KoyomiCalendarSheet  *sheet;
  GtkWidget            *box;
  GtkWidget            *buttons[KOYOMI_N_STATES];
  GtkWidget            *counts[KOYOMI_N_STATES][2];
  GPtrArray            *swatches;
  gboolean              is_updating;
};

G_DEFINE_FINAL_TYPE (KoyomiCalendarLegend, koyomi_calendar_legend, GTK_TYPE_WIDGET)

/* States in the order in which one asks for them. */
static const KoyomiState order[KOYOMI_N_STATES] = {
  KOYOMI_STATE_LATE, KOYOMI_STATE_DUE_SOON, KOYOMI_STATE_DOING, KOYOMI_STATE_PLANNED, KOYOMI_STATE_DONE, KOYOMI_STATE_DONE_LATE,
  KOYOMI_STATE_SKIPPED, KOYOMI_STATE_MISSED,
};

static void
draw_swatch_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        data)
{
  KoyomiCalendarLegend *self = KOYOMI_CALENDAR_LEGEND (gtk_widget_get_ancestor (GTK_WIDGET (area), KOYOMI_TYPE_CALENDAR_LEGEND));
  guint code = GPOINTER_TO_UINT (data);
  KoyomiLegendKind kind = code >> 8;
  double swatch = kind >= KOYOMI_LEGEND_DIAMOND && kind <= KOYOMI_LEGEND_CANCELLED ? MIN (width, height) : width;
  KoyomiRect rect = { (width - swatch) / 2, 0, swatch, height };

  if (self != NULL)
    koyomi_timeline_paint_swatch (koyomi_calendar_sheet_get_timeline (self->sheet), kind, code & 0xff, rect, cr);
}

static GtkWidget *
make_swatch (KoyomiCalendarLegend *self,
             KoyomiLegendKind      kind,
             KoyomiState           state)
{
  GtkWidget *area = gtk_drawing_area_new ();

  g_ptr_array_add (self->swatches, area);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch_cb, GUINT_TO_POINTER ((guint) kind << 8 | state), NULL);

  return area;
}

static void
filter_toggled_cb (KoyomiCalendarLegend *self)
{
  g_autoptr(KoyomiCalendarFilter) filter = NULL;

  if (self->is_updating)
    return;

  filter = koyomi_calendar_filter_copy (koyomi_calendar_sheet_get_filter (self->sheet));
  filter->states = 0;
  for (guint i = 0; i < KOYOMI_N_STATES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i])))
      filter->states |= 1u << i;

  koyomi_calendar_sheet_arrange (self->sheet, filter, koyomi_calendar_sheet_get_grouping (self->sheet));
}

static void
update (KoyomiCalendarLegend *self)
{
  const guint *counts = koyomi_calendar_sheet_get_counts (self->sheet);
  guint states = koyomi_calendar_sheet_get_filter (self->sheet)->states;
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (self->sheet);

  self->is_updating = TRUE;
  for (guint i = 0; i < KOYOMI_N_STATES; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", counts[i]);
      g_autofree char *name = g_strdup_printf ("%s %u", koyomi_state_get_label (i, language), counts[i]);

      for (guint j = 0; j < G_N_ELEMENTS (self->counts[i]); j++)
        gtk_label_set_label (GTK_LABEL (self->counts[i][j]), count);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), states & 1u << i);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  self->is_updating = FALSE;
}

/* @place: 0 beside the name of the state, 1 where that has no room */
static GtkWidget *
make_count (KoyomiCalendarLegend *self,
            KoyomiState           state,
            guint                 place)
{
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (count), 0);
  gtk_widget_add_css_class (count, "koyomi-count");
  self->counts[state][place] = count;

  return count;
}

static void
add_state (KoyomiCalendarLegend *self,
           KoyomiState           state)
{
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (self->sheet);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *place = adw_squeezer_new ();
  g_autofree char *hint = NULL;

  /* Translators: %s is a state of runs, such as Overdue */
  hint = g_strdup_printf (koyomi_tr (language, "Show only runs of this state: %s"), koyomi_state_get_label (state, language));
  gtk_box_append (GTK_BOX (content), make_swatch (self, KOYOMI_LEGEND_STATE, state));
  gtk_box_append (GTK_BOX (whole), gtk_label_new (koyomi_state_get_label (state, language)));
  gtk_box_append (GTK_BOX (whole), make_count (self, state, 0));
  /* The name is shown whole or not at all: the glyph and the count tell enough. */
  adw_squeezer_add (ADW_SQUEEZER (place), whole);
  adw_squeezer_add (ADW_SQUEEZER (place), make_count (self, state, 1));
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (place), FALSE);
  adw_squeezer_set_xalign (ADW_SQUEEZER (place), 0);
  gtk_box_append (GTK_BOX (content), place);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "koyomi-legend-state");
  gtk_widget_set_tooltip_text (button, hint);
  g_signal_connect_object (button, "toggled", G_CALLBACK (filter_toggled_cb), self, G_CONNECT_SWAPPED);
  self->buttons[state] = button;
  gtk_box_append (GTK_BOX (self->box), button);
}

static GtkWidget *
make_shapes (KoyomiCalendarLegend *self,
             GtkOrientation        orientation)
{
  static const struct
  {
    KoyomiLegendKind  kind;
    const char       *text;
  } shapes[] = {
    { KOYOMI_LEGEND_DIAMOND, N_("Meeting, milestone") },
    { KOYOMI_LEGEND_REPORT, N_("Report due") },
    { KOYOMI_LEGEND_DRILL, N_("Drill due") },
    { KOYOMI_LEGEND_DEADLINE, N_("Deadline") },
    { KOYOMI_LEGEND_GHOST, N_("First planned") },
    { KOYOMI_LEGEND_BASELINE, N_("Baseline") },
    { KOYOMI_LEGEND_PROGRESS, N_("Progress made") },
    { KOYOMI_LEGEND_HOLIDAY, N_("Days off") },
  };

  KoyomiLanguage language = koyomi_calendar_sheet_get_language (self->sheet);
  GtkWidget *box = gtk_box_new (orientation, orientation == GTK_ORIENTATION_VERTICAL ? 8 : 14);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

      gtk_box_append (GTK_BOX (item), make_swatch (self, shapes[i].kind, 0));
      gtk_box_append (GTK_BOX (item), gtk_label_new (koyomi_tr (language, shapes[i].text)));
      gtk_box_append (GTK_BOX (box), item);
    }

  return box;
}

/* Where the shapes find no place they are behind a button. */
static void
add_shapes (KoyomiCalendarLegend *self)
{
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (self->sheet);
  GtkWidget *squeezer = adw_squeezer_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), koyomi_tr (language, "Legend"));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_popover_set_child (GTK_POPOVER (popover), make_shapes (self, GTK_ORIENTATION_VERTICAL));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "koyomi-legend-state");
  gtk_widget_set_halign (button, GTK_ALIGN_END);

  adw_squeezer_add (ADW_SQUEEZER (squeezer), make_shapes (self, GTK_ORIENTATION_HORIZONTAL));
  adw_squeezer_add (ADW_SQUEEZER (squeezer), button);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_set_xalign (ADW_SQUEEZER (squeezer), 1);
  gtk_widget_set_hexpand (squeezer, TRUE);
  gtk_widget_set_halign (squeezer, GTK_ALIGN_FILL);
  gtk_box_append (GTK_BOX (self->box), squeezer);
}

/* The swatches are as large as texts are. */
static void
redraw (KoyomiCalendarLegend *self)
{
  double scale = koyomi_calendar_sheet_get_timeline (self->sheet)->scale;

  for (guint i = 0; i < self->swatches->len; i++)
    {
      GtkDrawingArea *area = g_ptr_array_index (self->swatches, i);

      gtk_drawing_area_set_content_width (area, SWATCH_WIDTH * scale);
      gtk_drawing_area_set_content_height (area, SWATCH_HEIGHT * scale);
      gtk_widget_queue_draw (GTK_WIDGET (area));
    }
}

static void
koyomi_calendar_legend_dispose (GObject *object)
{
  KoyomiCalendarLegend *self = KOYOMI_CALENDAR_LEGEND (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->swatches, g_ptr_array_unref);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_calendar_legend_parent_class)->dispose (object);
}

static void
koyomi_calendar_legend_class_init (KoyomiCalendarLegendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_calendar_legend_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
koyomi_calendar_legend_init (KoyomiCalendarLegend *self)
{
  self->swatches = g_ptr_array_new ();
}

GtkWidget *
koyomi_calendar_legend_new (KoyomiCalendarSheet *sheet)
{
  KoyomiCalendarLegend *self = g_object_new (KOYOMI_TYPE_CALENDAR_LEGEND, NULL);

  self->sheet = g_object_ref (sheet);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_add_css_class (self->box, "koyomi-legend");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (guint i = 0; i < KOYOMI_N_STATES; i++)
    add_state (self, order[i]);
  add_shapes (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_tr (koyomi_calendar_sheet_get_language (sheet), "Legend"), -1);
  g_signal_connect_object (sheet, "counts", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "arranged", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  update (self);
  redraw (self);

  return GTK_WIDGET (self);
}
