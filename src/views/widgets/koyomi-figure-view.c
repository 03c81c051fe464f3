#include "koyomi-figure-view.h"

#include "koyomi-auditor.h"
#include "koyomi-chart-look.h"
#include "koyomi-figure-picture.h"
#include "koyomi-figure-walk.h"
#include "koyomi-figure-window.h"
#include "koyomi-menu-place.h"
#include "koyomi-table-chooser.h"

#include <math.h>
#include <string.h>

/* Where texts have their usual size. */
#define LEAST_WIDTH 260
#define CORNER 8

struct _KoyomiFigureView
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  char            *name;          /* for a screen reader, and of what is saved, where the figure has no title */
  KoyomiFigure    *figure;        /* NULL until there is something to show */
  int              least_width;
  int              least_height;  /* 0 for what suits the width */
  int              region;        /* where the keyboard is; -1 for none */
  int              hovered;       /* where the pointer is; -1 for none */
  GtkWidget       *menu;          /* NULL until it is wanted */
};

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_FILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiFigureView, koyomi_figure_view, GTK_TYPE_WIDGET)

static const char *
tr (KoyomiFigureView *self,
    const char       *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

static guint
get_n_regions (KoyomiFigureView *self)
{
  return self->figure != NULL ? koyomi_figure_get_n_regions (self->figure) : 0;
}

static void
lay_out (KoyomiFigureView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->figure != NULL && width > 0 && height > 0)
    koyomi_figure_place (self->figure, width, height, koyomi_chart_look_get_scale (widget));
}

/* The region is read out, without one what the figure is about. */
static void
read_out (KoyomiFigureView *self)
{
  const char *text = self->region >= 0 ? koyomi_figure_get_region (self->figure, self->region)->text :
                     self->figure != NULL ? koyomi_figure_get_title (self->figure) : "";

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
update_actions (KoyomiFigureView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_filled = self->figure != NULL;

  gtk_widget_action_set_enabled (widget, "figure.activate", self->region >= 0);
  gtk_widget_action_set_enabled (widget, "figure.copy", is_filled);
  gtk_widget_action_set_enabled (widget, "figure.table", is_filled);
  gtk_widget_action_set_enabled (widget, "figure.save", is_filled);
  gtk_widget_action_set_enabled (widget, "figure.menu", is_filled);
}

static void
koyomi_figure_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  KoyomiFigureView *self = KOYOMI_FIGURE_VIEW (widget);
  double scale = koyomi_chart_look_get_scale (widget);
  int least = (int) ceil (self->least_width * scale);
  int width = for_size > 0 ? for_size : least;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = least;
      return;
    }

  *natural = self->figure != NULL ? (int) ceil (koyomi_figure_measure (self->figure, width, scale)) : 0;
  if (self->least_height > 0)
    *natural = MAX (*natural, (int) ceil (self->least_height * scale));
  *minimum = *natural;
}

static GtkSizeRequestMode
koyomi_figure_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
koyomi_figure_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  KoyomiFigureView *self = KOYOMI_FIGURE_VIEW (widget);

  lay_out (self);
  if (self->region >= (int) get_n_regions (self))
    koyomi_figure_view_point_out (self, (int) get_n_regions (self) - 1);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
koyomi_figure_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  KoyomiFigureView *self = KOYOMI_FIGURE_VIEW (widget);
  KoyomiChartPalette palette = koyomi_chart_look_get_palette ();
  KoyomiColour paper = koyomi_chart_style_get_colour (palette, KOYOMI_CHART_COLOUR_PAPER);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GdkRGBA ground = { (paper >> 16 & 0xff) / 255.0f, (paper >> 8 & 0xff) / 255.0f, (paper & 0xff) / 255.0f, 1 };
  GskRoundedRect frame;
  cairo_t *cr;

  if (self->figure == NULL || bounds.size.width <= 0 || bounds.size.height <= 0)
    return;

  gsk_rounded_rect_init_from_rect (&frame, &bounds, CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  koyomi_figure_paint (self->figure, self->hovered >= 0 ? self->hovered : gtk_widget_has_focus (widget) ? self->region : -1, palette, cr);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

static gboolean
koyomi_figure_view_query_tooltip (GtkWidget  *widget,
                                  int         x,
                                  int         y,
                                  gboolean    keyboard_tooltip,
                                  GtkTooltip *tooltip)
{
  KoyomiFigureView *self = KOYOMI_FIGURE_VIEW (widget);
  int index = self->figure == NULL ? -1 : keyboard_tooltip ? self->region : koyomi_figure_pick (self->figure, x, y);
  const KoyomiFigureRegion *region;

  if (index < 0)
    return FALSE;

  region = koyomi_figure_get_region (self->figure, index);
  gtk_tooltip_set_text (tooltip, region->text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { region->rect.x, region->rect.y, MAX (region->rect.width, 1),
                                                       MAX (region->rect.height, 1) });

  return TRUE;
}

static void
activate (KoyomiFigureView *self,
          int               index)
{
  const KoyomiFigureRegion *region = koyomi_figure_get_region (self->figure, index);

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, region->series, region->column);
}

static void
activate_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  KoyomiFigureView *self = KOYOMI_FIGURE_VIEW (widget);

  if (self->region >= 0)
    activate (self, self->region);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  koyomi_figure_view_copy (KOYOMI_FIGURE_VIEW (widget));
}

static void
table_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  koyomi_figure_view_show_table (KOYOMI_FIGURE_VIEW (widget));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiFigureView *self = KOYOMI_FIGURE_VIEW (widget);
  const KoyomiFigureRegion *region = self->region >= 0 ? koyomi_figure_get_region (self->figure, self->region) : NULL;

  koyomi_figure_view_show_menu (self, region != NULL ? region->rect.x + region->rect.width / 2 : gtk_widget_get_width (widget) / 2.0,
                                region != NULL ? region->rect.y + region->rect.height / 2 : gtk_widget_get_height (widget) / 2.0);
}

/* What the figure is called, also where there is no title in it. */
static const char *
get_title (KoyomiFigureView *self)
{
  const char *title = self->figure != NULL ? koyomi_figure_get_title (self->figure) : "";

  return *title != '\0' ? title : self->name;
}

static gboolean
find_format (const char          *suffix,
             KoyomiPictureFormat *format)
{
  for (KoyomiPictureFormat i = 0; i < KOYOMI_N_PICTURE_FORMATS; i++)
    if (g_str_equal (koyomi_picture_format_get_suffix (i), suffix))
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

static void
chosen_cb (GFile    *file,
           gpointer  data)
{
  KoyomiFigureView *self = data;
  g_autofree char *path = g_file_get_path (file);
  const char *suffix = path != NULL ? strrchr (path, '.') : NULL;
  g_autofree char *folded = g_ascii_strdown (suffix != NULL ? suffix : "", -1);
  double scale = koyomi_chart_look_get_scale (GTK_WIDGET (self));
  KoyomiPictureFormat format;
  g_autofree char *watermark = NULL;
  g_autoptr(GError) error = NULL;

  if (self->figure == NULL || !find_format (folded, &format))
    return;

  watermark = koyomi_session_dup_watermark (koyomi_workspace_get_session (self->workspace), koyomi_workspace_get_language (self->workspace));
  if (koyomi_figure_save_picture (self->figure, MAX (gtk_widget_get_width (GTK_WIDGET (self)) / scale, LEAST_WIDTH), format, watermark, path,
                                  &error))
    koyomi_workspace_tell (self->workspace, tr (self, N_("The picture was saved")));
  else
    koyomi_workspace_fail (self->workspace, tr (self, N_("The picture was not saved")), error);
  lay_out (self);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiFigureView *self = KOYOMI_FIGURE_VIEW (widget);
  g_autofree char *file = g_strconcat (get_title (self), g_variant_get_string (parameter, NULL), NULL);

  g_strdelimit (file, "/\\:*?\"<>|\n", '-');
  koyomi_table_chooser_save (GTK_WINDOW (gtk_widget_get_root (widget)), koyomi_workspace_get_settings (self->workspace),
                             koyomi_workspace_get_language (self->workspace), file, tr (self, N_("Pictures")), chosen_cb,
                             g_object_ref (self), g_object_unref);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  KoyomiFigureView *self = KOYOMI_FIGURE_VIEW (widget);
  int target;

  if (get_n_regions (self) == 0)
    return FALSE;

  target = koyomi_figure_walk (self->figure, self->region, g_variant_get_int32 (arguments));
  if (target != self->region)
    koyomi_figure_view_point_out (self, target);

  return TRUE;
}

/* Something is read out at once. */
static void
focus_cb (KoyomiFigureView *self)
{
  if (self->region < 0 && get_n_regions (self) > 0)
    koyomi_figure_view_point_out (self, koyomi_figure_walk_in (self->figure));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
hover (KoyomiFigureView *self,
       int               index)
{
  if (self->hovered == index)
    return;

  self->hovered = index;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   index >= 0 && g_signal_has_handler_pending (self, signals[SIGNAL_ACTIVATED], 0, FALSE) ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (KoyomiFigureView *self,
           double            x,
           double            y)
{
  hover (self, self->figure != NULL ? koyomi_figure_pick (self->figure, x, y) : -1);
}

static void
leave_cb (KoyomiFigureView *self)
{
  hover (self, -1);
}

/* Beside the regions a press is for whatever the figure lies in. */
static void
released_cb (KoyomiFigureView *self,
             int               n_press,
             double            x,
             double            y,
             GtkGesture       *gesture)
{
  int index = self->figure != NULL ? koyomi_figure_pick (self->figure, x, y) : -1;

  if (gtk_widget_get_focusable (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (index < 0)
    return;

  koyomi_figure_view_point_out (self, index);
  if (!g_signal_has_handler_pending (self, signals[SIGNAL_ACTIVATED], 0, FALSE))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  activate (self, index);
}

static void
secondary_cb (KoyomiFigureView *self,
              int               n_press,
              double            x,
              double            y,
              GtkGesture       *gesture)
{
  if (self->figure == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  koyomi_figure_view_show_menu (self, x, y);
}

static void
koyomi_figure_view_dispose (GObject *object)
{
  KoyomiFigureView *self = KOYOMI_FIGURE_VIEW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->figure);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_figure_view_parent_class)->dispose (object);
}

static void
koyomi_figure_view_finalize (GObject *object)
{
  g_free (KOYOMI_FIGURE_VIEW (object)->name);

  G_OBJECT_CLASS (koyomi_figure_view_parent_class)->finalize (object);
}

static void
bind_keys (GtkWidgetClass *class)
{
  static const struct
  {
    guint            key;
    guint            keypad;
    KoyomiFigureStep step;
  } steps[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, KOYOMI_FIGURE_STEP_LEFT },
    { GDK_KEY_Right, GDK_KEY_KP_Right, KOYOMI_FIGURE_STEP_RIGHT },
    { GDK_KEY_Up, GDK_KEY_KP_Up, KOYOMI_FIGURE_STEP_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, KOYOMI_FIGURE_STEP_DOWN },
    { GDK_KEY_Home, GDK_KEY_KP_Home, KOYOMI_FIGURE_STEP_ROW_START },
    { GDK_KEY_End, GDK_KEY_KP_End, KOYOMI_FIGURE_STEP_ROW_END },
  };
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_class_add_binding (class, steps[i].key, 0, move_cb, "i", steps[i].step);
      gtk_widget_class_add_binding (class, steps[i].keypad, 0, move_cb, "i", steps[i].step);
    }
  for (guint i = 0; i < G_N_ELEMENTS (enters); i++)
    gtk_widget_class_add_binding_action (class, enters[i], 0, "figure.activate", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_c, GDK_CONTROL_MASK, "figure.copy", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_F10, GDK_SHIFT_MASK, "figure.menu", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Menu, 0, "figure.menu", NULL);
}

static void
koyomi_figure_view_class_init (KoyomiFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_figure_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_figure_view_finalize;
  widget_class->measure = koyomi_figure_view_measure;
  widget_class->get_request_mode = koyomi_figure_view_get_request_mode;
  widget_class->size_allocate = koyomi_figure_view_size_allocate;
  widget_class->snapshot = koyomi_figure_view_snapshot;
  widget_class->query_tooltip = koyomi_figure_view_query_tooltip;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", KOYOMI_TYPE_FIGURE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_FILLED] = g_signal_new ("filled", KOYOMI_TYPE_FIGURE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "figure.activate", NULL, activate_action);
  gtk_widget_class_install_action (widget_class, "figure.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "figure.table", NULL, table_action);
  gtk_widget_class_install_action (widget_class, "figure.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "figure.menu", NULL, menu_action);
  bind_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_pointer (KoyomiFigureView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *primary = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (primary, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (secondary_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (primary));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

static void
koyomi_figure_view_init (KoyomiFigureView *self)
{
  self->region = -1;
  self->hovered = -1;
  self->least_width = LEAST_WIDTH;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_pointer (self);
  koyomi_chart_look_watch (GTK_WIDGET (self));
}

/* @name: for a screen reader, and for what is saved of a figure without a title */
GtkWidget *
koyomi_figure_view_new (KoyomiWorkspace *workspace,
                        const char      *name)
{
  KoyomiFigureView *self = g_object_new (KOYOMI_TYPE_FIGURE_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  update_actions (self);

  return GTK_WIDGET (self);
}

/* The keyboard stays at the region where it was, as far as there is one like it.
 * @figure: (transfer full) */
void
koyomi_figure_view_take (KoyomiFigureView *self,
                         KoyomiFigure     *figure)
{
  guint n_regions;

  g_return_if_fail (KOYOMI_IS_FIGURE_VIEW (self) && KOYOMI_IS_FIGURE (figure));

  g_clear_object (&self->figure);
  self->figure = figure;
  self->hovered = -1;
  lay_out (self);
  n_regions = get_n_regions (self);
  self->region = MIN (self->region, (int) n_regions - 1);
  read_out (self);
  update_actions (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_FILLED], 0);
}

/* @width, @height: at 100 %; 0 for the height that suits the width */
void
koyomi_figure_view_set_least (KoyomiFigureView *self,
                              int               width,
                              int               height)
{
  g_return_if_fail (KOYOMI_IS_FIGURE_VIEW (self));

  self->least_width = width;
  self->least_height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Returns: (transfer none) (nullable) */
KoyomiFigure *
koyomi_figure_view_get_figure (KoyomiFigureView *self)
{
  g_return_val_if_fail (KOYOMI_IS_FIGURE_VIEW (self), NULL);

  return self->figure;
}

const char *
koyomi_figure_view_get_name (KoyomiFigureView *self)
{
  g_return_val_if_fail (KOYOMI_IS_FIGURE_VIEW (self), NULL);

  return get_title (self);
}

/* Returns: where the keyboard is; -1 for nowhere */
int
koyomi_figure_view_get_region (KoyomiFigureView *self)
{
  g_return_val_if_fail (KOYOMI_IS_FIGURE_VIEW (self), -1);

  return self->region;
}

void
koyomi_figure_view_point_out (KoyomiFigureView *self,
                              int               region)
{
  g_return_if_fail (KOYOMI_IS_FIGURE_VIEW (self) && region < (int) get_n_regions (self));

  self->region = MAX (region, -1);
  read_out (self);
  update_actions (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
koyomi_figure_view_copy (KoyomiFigureView *self)
{
  g_autoptr(KoyomiChartTable) table = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (KOYOMI_IS_FIGURE_VIEW (self));

  if (self->figure == NULL)
    return;

  table = koyomi_figure_create_table (self->figure);
  text = koyomi_chart_table_dup_text (table);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  koyomi_workspace_tell (self->workspace, tr (self, N_("The table was copied")));
}

void
koyomi_figure_view_show_table (KoyomiFigureView *self)
{
  g_return_if_fail (KOYOMI_IS_FIGURE_VIEW (self));

  if (self->figure != NULL)
    koyomi_figure_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace, self);
}

static GMenuModel *
create_menu (KoyomiFigureView *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) tables = g_menu_new ();
  g_autoptr(GMenu) pictures = g_menu_new ();

  g_menu_append (tables, tr (self, N_("_Copy Table")), "figure.copy");
  g_menu_append (tables, tr (self, N_("_Show as Table")), "figure.table");
  g_menu_append (pictures, tr (self, N_("Save as _PNG…")), "figure.save::.png");
  g_menu_append (pictures, tr (self, N_("Save as S_VG…")), "figure.save::.svg");
  g_menu_append (pictures, tr (self, N_("Save as P_DF…")), "figure.save::.pdf");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (tables));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (pictures));

  return G_MENU_MODEL (menu);
}

void
koyomi_figure_view_show_menu (KoyomiFigureView *self,
                              double            x,
                              double            y)
{
  g_return_if_fail (KOYOMI_IS_FIGURE_VIEW (self));

  if (self->menu == NULL)
    {
      g_autoptr(GMenuModel) model = create_menu (self);

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, tr (self, N_("Chart")), -1);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  koyomi_menu_place_point_to (GTK_POPOVER (self->menu), GTK_WIDGET (self), (GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
