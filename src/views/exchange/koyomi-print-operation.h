#pragma once

#include <gtk/gtk.h>

#include "koyomi-calendar.h"

G_BEGIN_DECLS

/* Puts an annual calendar on paper, or only the part of it that is on the screen; its dialog asks which, and how many sheets the
 * days take side by side. */
#define KOYOMI_TYPE_PRINT_OPERATION (koyomi_print_operation_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiPrintOperation, koyomi_print_operation, KOYOMI, PRINT_OPERATION, GtkPrintOperation)

KoyomiPrintOperation *koyomi_print_operation_new        (KoyomiCalendar       *whole,
                                                         KoyomiCalendar       *part,
                                                         KoyomiLanguage        language) G_GNUC_WARN_UNUSED_RESULT;
void                  koyomi_print_operation_set_part   (KoyomiPrintOperation *self,
                                                         gboolean              is_wanted);
void                  koyomi_print_operation_set_across (KoyomiPrintOperation *self,
                                                         guint                 n_across);

G_END_DECLS
