package dev.tautline.store.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The page for errors that arise before or after a controller: a refused form, a request that Tomcat cannot parse.
@Controller
class ErrorsOutsideOfPages implements ErrorController {

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        var reason = request.getAttribute(OutageFilter.REASON) instanceof String text ? text : "";
        return ErrorPages.page(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, reason);
    }
}
