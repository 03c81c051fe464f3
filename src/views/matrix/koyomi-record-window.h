#pragma once

#include "koyomi-plan-window.h"
#include "koyomi-record-form.h"

G_BEGIN_DECLS

/* One row that belongs to something else, such as a person of a team, edited in place. */
#define KOYOMI_TYPE_RECORD_WINDOW (koyomi_record_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRecordWindow, koyomi_record_window, KOYOMI, RECORD_WINDOW, KoyomiPlanWindow)

void koyomi_record_window_present_person   (GtkWindow                *parent,
                                            KoyomiWorkspace          *workspace,
                                            gint64                    person,
                                            gboolean                  is_new);
void koyomi_record_window_present_contract (GtkWindow                *parent,
                                            KoyomiWorkspace          *workspace,
                                            gint64                    contract,
                                            gboolean                  is_new);
void koyomi_record_window_present_letter   (GtkWindow                *parent,
                                            KoyomiWorkspace          *workspace,
                                            gint64                    letter);

G_END_DECLS
