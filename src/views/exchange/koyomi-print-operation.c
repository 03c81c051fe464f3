#include "koyomi-print-operation.h"

#include "koyomi-calendar-sheets.h"
#include "koyomi-print-preview.h"
#include "koyomi-ui.h"

#include <adwaita.h>

struct _KoyomiPrintOperation
{
  GtkPrintOperation     parent_instance;

  KoyomiLanguage        language;      /* of the dialog */
  KoyomiCalendar       *whole;
  KoyomiCalendar       *part;          /* NULL when there is none */
  gboolean              wants_part;
  guint                 n_across;
  KoyomiCalendarSheets *sheets;        /* once the paper is known */

  GtkCheckButton       *part_check;    /* of the dialog, while it is there */
  GtkDropDown          *across;
};

G_DEFINE_FINAL_TYPE (KoyomiPrintOperation, koyomi_print_operation, GTK_TYPE_PRINT_OPERATION)

static void
koyomi_print_operation_begin_print (GtkPrintOperation *operation,
                                    GtkPrintContext   *context)
{
  KoyomiPrintOperation *self = KOYOMI_PRINT_OPERATION (operation);

  g_clear_pointer (&self->sheets, koyomi_calendar_sheets_free);
  self->sheets = koyomi_calendar_sheets_new (self->wants_part ? self->part : self->whole, gtk_print_context_get_width (context),
                                             gtk_print_context_get_height (context), self->n_across);
  gtk_print_operation_set_n_pages (operation, koyomi_calendar_sheets_get_n_pages (self->sheets));
}

static void
koyomi_print_operation_draw_page (GtkPrintOperation *operation,
                                  GtkPrintContext   *context,
                                  int                page)
{
  koyomi_calendar_sheets_paint (KOYOMI_PRINT_OPERATION (operation)->sheets, page, KOYOMI_CHART_PALETTE_PRINT,
                                gtk_print_context_get_cairo_context (context));
}

/* A page of GTK's dialog. */
static GtkWidget *
koyomi_print_operation_create_custom_widget (GtkPrintOperation *operation)
{
  KoyomiPrintOperation *self = KOYOMI_PRINT_OPERATION (operation);
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-print-options", self->language);

  self->part_check = g_object_ref (GTK_CHECK_BUTTON (gtk_builder_get_object (builder, "part_check")));
  self->across = g_object_ref (GTK_DROP_DOWN (gtk_builder_get_object (builder, "across")));
  gtk_widget_set_visible (GTK_WIDGET (gtk_builder_get_object (builder, "part_box")), self->part != NULL);
  gtk_check_button_set_active (self->part_check, self->wants_part);

  return g_object_ref (GTK_WIDGET (gtk_builder_get_object (builder, "options")));
}

static void
koyomi_print_operation_custom_widget_apply (GtkPrintOperation *operation,
                                            GtkWidget         *widget)
{
  KoyomiPrintOperation *self = KOYOMI_PRINT_OPERATION (operation);

  koyomi_print_operation_set_part (self, gtk_check_button_get_active (self->part_check));
  koyomi_print_operation_set_across (self, 1 << gtk_drop_down_get_selected (self->across));
}

/* Shown by ourselves, because the program that GTK would start need not be there. */
static gboolean
koyomi_print_operation_preview (GtkPrintOperation        *operation,
                                GtkPrintOperationPreview *preview,
                                GtkPrintContext          *context,
                                GtkWindow                *parent)
{
  KoyomiPrintOperation *self = KOYOMI_PRINT_OPERATION (operation);

  koyomi_print_preview_present (parent, self->language, preview, context);

  return TRUE;
}

static void
koyomi_print_operation_dispose (GObject *object)
{
  KoyomiPrintOperation *self = KOYOMI_PRINT_OPERATION (object);

  g_clear_pointer (&self->sheets, koyomi_calendar_sheets_free);
  g_clear_object (&self->part_check);
  g_clear_object (&self->across);
  g_clear_object (&self->whole);
  g_clear_object (&self->part);

  G_OBJECT_CLASS (koyomi_print_operation_parent_class)->dispose (object);
}

static void
koyomi_print_operation_class_init (KoyomiPrintOperationClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_print_operation_dispose;
  operation_class->begin_print = koyomi_print_operation_begin_print;
  operation_class->draw_page = koyomi_print_operation_draw_page;
  operation_class->create_custom_widget = koyomi_print_operation_create_custom_widget;
  operation_class->custom_widget_apply = koyomi_print_operation_custom_widget_apply;
  operation_class->preview = koyomi_print_operation_preview;
}

static void
koyomi_print_operation_init (KoyomiPrintOperation *self)
{
  self->n_across = 1;
}

/**
 * koyomi_print_operation_new:
 * @whole: a year with its runs
 * @part: (nullable): what of it is on the screen
 * @language: of the dialog
 */
KoyomiPrintOperation *
koyomi_print_operation_new (KoyomiCalendar *whole,
                            KoyomiCalendar *part,
                            KoyomiLanguage  language)
{
  KoyomiPrintOperation *self = g_object_new (KOYOMI_TYPE_PRINT_OPERATION,
                                             "unit", GTK_UNIT_POINTS,
                                             "use-full-page", TRUE,
                                             "embed-page-setup", TRUE,
                                             "custom-tab-label", koyomi_tr (language, "Calendar"),
                                             NULL);

  self->language = language;
  self->whole = g_object_ref (whole);
  g_set_object (&self->part, part);

  return self;
}

/* Prints the part instead of the whole, if there is one. */
void
koyomi_print_operation_set_part (KoyomiPrintOperation *self,
                                 gboolean              is_wanted)
{
  g_return_if_fail (KOYOMI_IS_PRINT_OPERATION (self));

  self->wants_part = is_wanted && self->part != NULL;
}

/* @n_across: how many sheets the days take side by side; 1 at first */
void
koyomi_print_operation_set_across (KoyomiPrintOperation *self,
                                   guint                 n_across)
{
  g_return_if_fail (KOYOMI_IS_PRINT_OPERATION (self) && n_across > 0);

  self->n_across = n_across;
}
