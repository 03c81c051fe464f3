#include "koyomi-print-preview.h"

#include "koyomi-ui.h"

#include <adwaita.h>

typedef struct
{
  KoyomiLanguage            language;
  GtkPrintOperationPreview *preview;
  GtkPrintContext          *context;
  GtkWindow                *window;
  GtkDrawingArea           *page;
  GtkLabel                 *number_label;
  GtkWidget                *back_button;
  GtkWidget                *next_button;
  double                    width;       /* of a page, in points */
  double                    height;
  int                       n_pages;     /* 0 until the pages have been laid out */
  int                       number;      /* of the page that is shown, from 0 */
} Preview;

static void
free_preview (gpointer data)
{
  Preview *self = data;

  g_object_unref (self->preview);
  g_object_unref (self->context);
  g_free (self);
}

/* The context draws on what it is given; a page is asked for while it is painted. */
static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        data)
{
  Preview *self = data;
  double scale = MIN (width / self->width, height / self->height);

  if (self->n_pages == 0)
    return;

  cairo_translate (cr, (width - self->width * scale) / 2, (height - self->height * scale) / 2);
  cairo_scale (cr, scale, scale);
  gtk_print_context_set_cairo_context (self->context, cr, 72, 72);
  gtk_print_operation_preview_render_page (self->preview, self->number);
}

static void
show_page (Preview *self,
           int      number)
{
  /* Translators: the number of a page and of all pages */
  g_autofree char *text = g_strdup_printf (koyomi_tr (self->language, "Page %u of %u"), (guint) number + 1, (guint) self->n_pages);

  self->number = number;
  gtk_label_set_label (self->number_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->page), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_sensitive (self->back_button, number > 0);
  gtk_widget_set_sensitive (self->next_button, number + 1 < self->n_pages);
  gtk_widget_queue_draw (GTK_WIDGET (self->page));
}

static void
back_cb (Preview *self)
{
  if (self->number > 0)
    show_page (self, self->number - 1);
}

static void
next_cb (Preview *self)
{
  if (self->number + 1 < self->n_pages)
    show_page (self, self->number + 1);
}

/* The pages have been laid out. */
static void
ready_cb (Preview *self)
{
  int n_pages;

  g_object_get (self->preview, "n-pages", &n_pages, NULL);
  self->n_pages = n_pages;
  show_page (self, 0);
}

static gboolean
close_cb (Preview *self)
{
  g_signal_handlers_disconnect_by_data (self->preview, self);
  self->n_pages = 0;
  gtk_print_operation_preview_end_preview (self->preview);

  return FALSE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        gpointer               data)
{
  Preview *self = data;

  if (key == GDK_KEY_Page_Up || key == GDK_KEY_Left)
    back_cb (self);
  else if (key == GDK_KEY_Page_Down || key == GDK_KEY_Right)
    next_cb (self);
  else if (key == GDK_KEY_Escape)
    gtk_window_close (self->window);
  else
    return FALSE;

  return TRUE;
}

/* Something must be there to draw on before the first page is asked for. */
static void
prepare_context (Preview *self)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cr = cairo_create (surface);
  GtkPageSetup *setup = gtk_print_context_get_page_setup (self->context);

  self->width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  self->height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);
  gtk_print_context_set_cairo_context (self->context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
connect (Preview    *self,
         GtkBuilder *builder)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
  gtk_drawing_area_set_draw_func (self->page, draw_cb, self, NULL);
  g_signal_connect_swapped (self->back_button, "clicked", G_CALLBACK (back_cb), self);
  g_signal_connect_swapped (self->next_button, "clicked", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->window, "map", G_CALLBACK (gtk_widget_grab_focus), self->page);
  g_signal_connect_swapped (self->window, "close-request", G_CALLBACK (close_cb), self);
  g_signal_connect_swapped (self->preview, "ready", G_CALLBACK (ready_cb), self);
}

/* Shows the pages as they will be printed, one at a time. */
void
koyomi_print_preview_present (GtkWindow                *parent,
                              KoyomiLanguage            language,
                              GtkPrintOperationPreview *preview,
                              GtkPrintContext          *context)
{
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-print-preview", language);
  Preview *self = g_new0 (Preview, 1);

  self->language = language;
  self->preview = g_object_ref (preview);
  self->context = g_object_ref (context);
  self->window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  self->page = GTK_DRAWING_AREA (gtk_builder_get_object (builder, "page"));
  self->number_label = GTK_LABEL (gtk_builder_get_object (builder, "number_label"));
  self->back_button = GTK_WIDGET (gtk_builder_get_object (builder, "back_button"));
  self->next_button = GTK_WIDGET (gtk_builder_get_object (builder, "next_button"));
  g_object_set_data_full (G_OBJECT (self->window), "preview", self, free_preview);

  prepare_context (self);
  connect (self, builder);
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_present (self->window);
}
