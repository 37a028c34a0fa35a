package io.abonent.gateway.settings;

import io.abonent.gateway.service.NotificationService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was sent to the person, where, and whether it arrived. */
@Controller
class MessagesController {

    private static final int ON_A_PAGE = 30;

    private final NotificationService notifications;

    MessagesController(NotificationService notifications) {
        this.notifications = notifications;
    }

    @GetMapping("/settings/notifications")
    ModelAndView messages(@RequestParam(required = false) @Nullable String cursor) {
        return new ModelAndView("settings/messages").addObject("page", notifications.notifications(cursor, ON_A_PAGE));
    }
}
