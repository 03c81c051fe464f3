#pragma once

#include <adwaita.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

/* A dialog with fields: Cancel and Escape leave it, the other button and Enter do what it is for.
 *
 * Signals:
 *   "accepted" () → gboolean: do it; FALSE keeps the dialog open, with what is wrong shown */
#define KOYOMI_TYPE_FORM_DIALOG (koyomi_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiFormDialog, koyomi_form_dialog, KOYOMI, FORM_DIALOG, AdwWindow)

KoyomiFormDialog *koyomi_form_dialog_new             (GtkWindow         *parent,
                                                      KoyomiLanguage     language,
                                                      const char        *title,
                                                      const char        *accept_label);
void              koyomi_form_dialog_append          (KoyomiFormDialog  *self,
                                                      GtkWidget         *child);
GtkWidget        *koyomi_form_dialog_append_choice   (KoyomiFormDialog  *self,
                                                      const char        *caption,
                                                      GtkStringList     *names,
                                                      guint              selected);
void              koyomi_form_dialog_set_footer      (KoyomiFormDialog  *self,
                                                      GtkWidget         *footer);
void              koyomi_form_dialog_set_first_focus (KoyomiFormDialog  *self,
                                                      GtkWidget         *widget);
void              koyomi_form_dialog_make_tall      (KoyomiFormDialog  *self);
void              koyomi_form_dialog_accept_on_enter (KoyomiFormDialog  *self,
                                                      GtkWidget         *editable);
void              koyomi_form_dialog_set_can_accept  (KoyomiFormDialog  *self,
                                                      gboolean           can_accept);
void              koyomi_form_dialog_set_destructive (KoyomiFormDialog  *self);
void              koyomi_form_dialog_present         (KoyomiFormDialog  *self);

G_END_DECLS
